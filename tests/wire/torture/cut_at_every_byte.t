# Z1: a REGISTER cut off at each of its bytes: never fatal, and only what came whole can be bound
--- log       <core>
--- log       sanity
--- log       reg302
--- send-cuts  bytes
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-cut
    From: "A \\"B\\" C" <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: cut.$user
    CSeq: 1 REGISTER
    Require: path
    Supported: path, outbound, gruu
    Path: <sip:edge.example.org;lr;ob>, <sip:inner.example.org;lr>
    Content-Length: 0
    Contact: "X, \\"Y\\"" <sip:a%20b:c@[2001:db8::1]:5070;transport=tcp?Subject=a%20b>;expires=600;q=0.5;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";reg-id=1
--- ignore-replies  100ms
--- send      REGISTER
--- expect    200  contacts=0..1
--- send      REGISTER  contact=*  expires=0
--- expect    200  contact=none
