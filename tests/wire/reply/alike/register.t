# U17 RFC 3261 10.3: the same in the 200 to a REGISTER; Record-Route is not in it
--- server    cfg=reply/hooks.cfg
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-alike  by core,reg302,parsed-reg302  200
    REGISTER sip:example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1;rport
    Via: SIP/2.0/UDP p1.example.org;branch=z9hG4bK-2, SIP/2.0/TCP p2.example.org
    From: <sip:$user@example.com>;tag=1
    To: "A" <sip:$user@example.com>;x=y
    Call-ID: alike.$user
    CSeq: 7 REGISTER
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  200
    REGISTER sip:example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1;rport
    Via: SIP/2.0/UDP p1.example.org;branch=z9hG4bK-2, SIP/2.0/TCP p2.example.org
    From: <sip:$user@example.com>;tag=1
    To: "A" <sip:$user@example.com>;x=y
    Call-ID: a@b
    CSeq: 7 REGISTER
    Timestamp: 54.2
    X-Unknown: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy
    Supported: path, gruu
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  200
    REGISTER sip:example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1;rport
    Via: SIP/2.0/UDP p1.example.org;branch=z9hG4bK-2, SIP/2.0/TCP p2.example.org
    From: <sip:$user@example.com>;tag=1
    To: "A" <sip:$user@example.com>;x=y
    Call-ID: c
    CSeq: 7 REGISTER
    Contact: <sip:a@phone.example.org>
    Expires: 60
    User-Agent: x
    Content-Length: 0
