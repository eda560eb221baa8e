# Z1: a response cut off at each of its bytes is dropped
--- log       <core>
--- log       sanity
--- send-cuts  bytes
    SIP/2.0 200 OK
    Via: SIP/2.0/UDP $server;branch=z9hG4bK-cut
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-cut2
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>;tag=2
    Call-ID: cut.$user
    CSeq: 1 INVITE
    Content-Length: 0
--- expect-nothing  100ms
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
