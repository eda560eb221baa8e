# U25 RFC 3261 7.3.1: short names, odd case and blanks, folded lines: a REGISTER is read whole, in whatever order
--- send-raw  request
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-forms
    From: "A <b>" <sip:$user@example.com>;x=y;tag=1
    To: <sip:$user@example.com>
    Call-ID: forms.$user
    CSeq: 1 REGISTER
    Max-Forwards: 70
    X-Unknown: what, ever
    s: short
    m:<sip:a@phone.example.org>
    CONTACT:    <sip:b@phone.example.org>;q=0.5
    eXpires:  700
    USER-agent: phone
    l:   0
--- expect    200  contact=<sip:a@phone.example.org>;expires=700  contact=<sip:b@phone.example.org>;q=0.5;expires=700
--- send-raw  request
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-forms2
    From: <sip:$user@example.com>;tag=2
    To: <sip:$user@example.com>
    Call-ID: forms.$user
    CSeq: 2 REGISTER
    Max-Forwards: 70
    m:<sip:a@phone.example.org>
    Expires : 700
    Subject: one
     two
    Contact: <sip:b@phone.example.org>;q=0.5
    Require: nothing-known
    Content-Length: 0
--- expect    420
    Unsupported: nothing-known
