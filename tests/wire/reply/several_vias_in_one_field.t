# X2 RFC 3581 4: of several Vias in one field received and rport belong to the first, with a branch or without
--- server    cfg=reply/hooks.cfg
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-raw  request
    INVITE sip:$user@example.com SIP/2.0
    Via: SIP/2.0/UDP phone.example.org;branch=z9hG4bK-several;rport, SIP/2.0/UDP p1.example.org;branch=z9hG4bK-one
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: several0.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- expect    302  contact=<sip:a@phone.example.org>
    Via: SIP/2.0/UDP phone.example.org;branch=z9hG4bK-several;rport=*;received=127.0.0.*, SIP/2.0/UDP p1.example.org;branch=z9hG4bK-one
--- send-raw  request
    INVITE sip:$user@example.com SIP/2.0
    Via: SIP/2.0/UDP phone.example.org:5070;branch=z9hG4bK-several , SIP/2.0/UDP p1.example.org;rport
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: several1.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- expect    302  contact=<sip:a@phone.example.org>
    Via: SIP/2.0/UDP phone.example.org:5070;branch=z9hG4bK-several;received=127.0.0.12, SIP/2.0/UDP p1.example.org;rport
--- send-raw  request
    INVITE sip:$user@example.com SIP/2.0
    Via: SIP/2.0/UDP phone.example.org:5070,SIP/2.0/TCP p1.example.org;rport;branch=z9hG4bK-one
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: several2.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- expect    302  contact=<sip:a@phone.example.org>
    Via: SIP/2.0/UDP phone.example.org:5070;received=127.0.0.12, SIP/2.0/TCP p1.example.org;rport;branch=z9hG4bK-one
--- send-raw  request
    INVITE sip:$user@example.com SIP/2.0
    Via: SIP/2.0/UDP phone.example.org:5080;x="a rport";rport;y, SIP/2.0/UDP p1.example.org;received=192.0.2.1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: several3.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- expect    302  contact=<sip:a@phone.example.org>
    Via: SIP/2.0/UDP phone.example.org:5080;x="a rport";rport=5070;y;received=127.0.0.12, SIP/2.0/UDP p1.example.org;received=192.0.2.1
--- send-raw  request
    INVITE sip:$user@example.com SIP/2.0
    Via: SIP/2.0/UDP phone.example.org ; rport ;x, SIP/2.0/UDP p1.example.org
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: several4.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- expect    302  contact=<sip:a@phone.example.org>
    Via: SIP/2.0/UDP phone.example.org ;rport=5070;x;received=127.0.0.12, SIP/2.0/UDP p1.example.org
--- send-raw  request
    INVITE sip:$user@example.com SIP/2.0
    Via: SIP/2.0/UDP phone.example.org:5070;x=192.0.2.9;branch=z9hG4bK-1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: several5.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- expect    302  contact=<sip:a@phone.example.org>
    Via: SIP/2.0/UDP phone.example.org:5070;x=192.0.2.9;branch=z9hG4bK-1;received=127.0.0.12
