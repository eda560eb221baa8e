# Z1: NUL bytes in a Contact, a To, a header name and between headers: refused or dropped; the AOR in front of the NUL is not touched
--- log       <core>
--- log       sanity
--- log       reg302
--- log       pv
--- send-raw
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-nul1
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user\0evil@example.com>
    Call-ID: nul1.$user
    CSeq: 1 REGISTER
    Max-Forwards: 70
    Contact: <sip:a@phone.example.org>
    Content-Length: 0
--- send-raw
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-nul2
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: nul2.$user
    CSeq: 1 REGISTER
    Max-Forwards: 70
    Contact: <sip:a\0b@phone.example.org>
    Content-Length: 0
--- send-raw
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-nul3
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: nul3.$user
    CSeq: 1 REGISTER
    Max-Forwards: 70
    Contact: <sip:a@phone.example.org>;x="\0"
    Content-Length: 0
--- send-raw
    INVITE sip:$user\0@example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-nul4
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: nul4.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    X-\0: y
    \0\0\0
--- ignore-replies  100ms
--- send      REGISTER
--- expect    200  contact=none
