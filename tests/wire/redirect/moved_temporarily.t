# R2 R5 R31 RFC 3261 8.3: a 302 with the Contact in name-addr form, no body, nothing else to read into it
--- send      REGISTER  contact=<sip:a@phone.example.org:5070>
--- expect    200  contacts=1
--- send      INVITE
    Content-Type: application/sdp

    v=0
    o=- 1 1 IN IP4 127.0.0.12
    s=-
    t=0 0
--- expect    302  reason="Moved Temporarily"  contact=<sip:a@phone.example.org:5070>
    Content-Length: 0
    Server: reg302
    !Expires
    !Record-Route
    !Content-Type
