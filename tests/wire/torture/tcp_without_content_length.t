# Z1 X7 RFC 3261 18.3, 20.14: on a stream Content-Length is needed: without it that connection may end, the next one works
--- log       <core>
--- send-raw  transport=tcp
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/TCP $source;rport;branch=z9hG4bK-nocl
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: nocl.$user
    CSeq: 1 REGISTER
    Max-Forwards: 70
    Contact: <sip:a@phone.example.org>
--- ignore-replies  100ms
--- close
--- send      REGISTER  transport=tcp  contact=<sip:b@phone.example.org>
--- expect    200  contacts=1..2
