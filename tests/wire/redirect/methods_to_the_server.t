# U3 RFC 3261 8.2.1: what the server itself does not do is 405 with Allow
--- send      BYE  uri=sip:example.com
--- expect    405|501
--- send      MESSAGE  uri=sip:example.com
--- expect    405
    Allow: *, *, *, *, *
--- send      FOO  uri=sip:example.com
--- expect    405|501
