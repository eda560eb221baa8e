# Z1 RFC 3261 7.3.1, 25.1: UTF-8 in display names and quoted parameters is text; unescaped in a user part it is no URI: refused, or handed on byte by byte
--- log       <core>
--- log       reg302
--- send-raw  request
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-utf8
    From: "\xd0\x81\xd0\xb6" <sip:$user@example.com>;tag=1
    To: "\xd0\x81\xd0\xb6" <sip:$user@example.com>
    Call-ID: utf8.$user
    CSeq: 1 REGISTER
    Max-Forwards: 70
    Contact: "\xd0\x81\xd0\xb6, \xe5\xa4\xa7" <sip:a@phone.example.org>;x="\xd0\x81"
    Subject: \xff\xfe\x80
    Content-Length: 0
--- expect    200  contact=<sip:a@phone.example.org>;x="*";expires=3600
--- send-raw  request
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-utf82
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: utf8.$user
    CSeq: 2 REGISTER
    Max-Forwards: 70
    Contact: <sip:\xd0\x81@phone.example.org>
    Content-Length: 0
--- expect    200|400
--- send      REGISTER  contact=<sip:a@phone.example.org>;q=0.5
--- expect    200  contacts=1..2
--- send      INVITE
--- expect    302  contacts=1..2
