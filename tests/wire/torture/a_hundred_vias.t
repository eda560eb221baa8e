# Z1 U17: a hundred Vias, of which each comes back
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  transport=tcp
    INVITE sip:$user@example.com SIP/2.0
    Via: SIP/2.0/TCP $source;rport;branch=z9hG4bK-via
    \{50}Via: SIP/2.0/UDP p\#.example.org;branch=z9hG4bK-a\#
    \{50}v:SIP/2.0/TCP q\#.example.org:5070;branch=z9hG4bK-b\#;received=192.0.2.1,SIP/2.0/UDP r\#.example.org
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: vias.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- expect    302  contact=<sip:a@phone.example.org>
