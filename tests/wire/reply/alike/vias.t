# U17 RFC 3261 8.2.6.2: several Vias, in fields of their own, together, or both, come back as the core brings them
--- server    cfg=reply/hooks.cfg
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1;rport
    Via: SIP/2.0/UDP p1.example.org;branch=z9hG4bK-2
    Via: SIP/2.0/UDP p2.example.org:5080;branch=z9hG4bK-3;received=192.0.2.1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1, SIP/2.0/TCP p1.example.org;branch=z9hG4bK-2
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;x=y;branch=z9hG4bK-1,SIP/2.0/UDP p1.example.org;branch=z9hG4bK-2,   SIP/2.0/UDP p2.example.org
    Via: SIP/2.0/UDP p3.example.org, SIP/2.0/TLS p4.example.org;x=1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1 , SIP/2.0/UDP p1.example.org;rport
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source, SIP/2.0/UDP p1.example.org;rport;branch=z9hG4bK-2
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;x=y , SIP/2.0/UDP p1.example.org;branch=z9hG4bK-2
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;x="a rport";branch=z9hG4bK-1;y, SIP/2.0/UDP p1.example.org
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
