# U24 RFC 3261 11.2: OPTIONS to the server itself
--- send      OPTIONS  uri=sip:example.com
--- expect    200  contact=none
    Allow: *, *, *, *, *
    Accept: *
--- send      OPTIONS  uri=sip:127.0.0.11:$port
--- expect    200
