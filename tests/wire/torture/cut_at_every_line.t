# Z1: a REGISTER and an INVITE cut off behind each of their lines: never fatal, nothing bound; whole they work
--- log       <core>
--- log       sanity
--- log       reg302
--- send-cuts  lines
    REGISTER sip:example.com SIP/2.0
    Contact: <sip:a@phone.example.org>;expires=600;q=0.5
    Expires: 600
    Supported: path, outbound, gruu
    Path: <sip:edge.example.org;lr;ob>,
     <sip:inner.example.org;lr>
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: cut.$user
    CSeq: 1 REGISTER
    Max-Forwards: 70
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-cut
--- send-cuts  lines
    INVITE sip:$user@example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-cut2
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: cut2.$user
    CSeq: 1 INVITE
    Contact: <sip:caller@example.org>
    Max-Forwards: 70
    Content-Type: application/sdp
    Content-Length: 14

    v=0
    s=-
    t=0 0
--- ignore-replies  100ms
--- send      REGISTER
--- expect    200  contact=none
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
