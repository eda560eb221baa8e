# R15: a request that has been here before is no business of a redirect server's
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send      INVITE
    Via: SIP/2.0/UDP 127.0.0.11:$port;branch=z9hG4bK-earlier
--- expect    302  contact=<sip:a@phone.example.org>
