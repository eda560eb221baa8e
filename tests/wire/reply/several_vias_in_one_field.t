# X2 RFC 3581 4: of several Vias in one field received and rport belong to the first
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-raw  request
    INVITE sip:$user@example.com SIP/2.0
    Via: SIP/2.0/UDP phone.example.org;branch=z9hG4bK-several;rport, SIP/2.0/UDP p1.example.org;branch=z9hG4bK-one
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: several.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- expect    302  contact=<sip:a@phone.example.org>
    Via: SIP/2.0/UDP phone.example.org;branch=z9hG4bK-several;rport=*;received=127.0.0.*, SIP/2.0/UDP p1.example.org;branch=z9hG4bK-one
