# Z1: a REGISTER that fills the largest datagram is answered or dropped, never fatal
--- log       <core>
--- log       reg302
--- log       sanity
--- send-raw  fill=65507  no-end
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-huge
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: $user@huge
    CSeq: 1 REGISTER
    Contact: <sip:
--- send-raw  fill=65000  no-end
    INVITE sip:$user@example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-huge2
    From: <sip:caller@example.com>;tag=1
    To: <sip:$user@example.com>
    CSeq: 1 INVITE
    Max-Forwards: 70
    Call-ID: 
--- ignore-replies  300ms
--- send      REGISTER
--- expect    200  contact=none
