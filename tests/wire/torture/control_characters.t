# Z1 RFC 3261 25.1: control characters and bare line ends in what would be sent to callers are refused, not handed on
--- log       <core>
--- log       sanity
--- log       reg302
--- send-raw  request  malformed
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-ctl1
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: ctl1.$user
    CSeq: 1 REGISTER
    Max-Forwards: 70
    Contact: <sip:a\x01b@phone.example.org>
    Content-Length: 0
--- expect    400
--- send-raw  request  malformed
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-ctl2
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: ctl2.$user
    CSeq: 1 REGISTER
    Max-Forwards: 70
    Contact: <sip:a@phone.example.org
     ;x=y>
    Content-Length: 0
--- expect    400
--- send-raw  request  malformed
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-ctl3
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: ctl3.$user
    CSeq: 1 REGISTER
    Max-Forwards: 70
    Contact: <sip:a@phone.example.org\rX-Evil:1>
    Content-Length: 0
--- ignore-replies  60ms
--- send      REGISTER
--- expect    200  contact=none
