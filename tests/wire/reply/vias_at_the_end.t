# U17 RFC 3261 8.2.6.2: a Via behind all other fields, and in its short form, is one that the reply has
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-raw  request
    INVITE sip:$user@example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-end
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: end.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    User-Agent: phone
    Contact: <sip:caller@example.org>
    v: SIP/2.0/UDP p1.example.org;branch=z9hG4bK-one
    Content-Length: 0
    Via: SIP/2.0/UDP p2.example.org;branch=z9hG4bK-two
--- expect    302  contact=<sip:a@phone.example.org>
