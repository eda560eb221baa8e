# Z1: requests that fill the largest datagram (65,507 bytes) with one header field are answered or dropped, never fatal
--- log       <core>
--- log       sanity
--- log       reg302
--- send-raw  fill=65507  no-end
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-big1
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: big1.$user
    CSeq: 1 REGISTER
    Contact: <sip:a@phone.example.org>;x=
--- send-raw  fill=65507  no-end
    INVITE sip:$user@example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-big2
    From: <sip:caller@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: big2.$user
    CSeq: 1 INVITE
    Content-Length: 65000

--- send-raw  fill=65507  no-end
    INVITE sip:$user@example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-
--- send-raw  fill=65507  no-end
    INVITE sip:
--- send-raw
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-big3
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: big3.$user
    CSeq: 1 REGISTER
    \{4000}Contact: *
    Expires: 0
--- send-raw
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-big4
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: big4.$user
    CSeq: 1 REGISTER
    \{2500}Contact: <sip:\#@h>
--- ignore-replies  200ms
--- send      REGISTER
--- expect    200  contact=none
