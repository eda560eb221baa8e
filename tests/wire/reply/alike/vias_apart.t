# U17 RFC 3261 8.2.6.2: Vias with other fields between them, and behind all others
--- server    cfg=reply/hooks.cfg
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1;rport
    User-Agent: phone
    Via: SIP/2.0/UDP p1.example.org;branch=z9hG4bK-2
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    X-Unknown: a, b
    Via: SIP/2.0/UDP p2.example.org
    Contact: <sip:caller@example.org>
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1;rport
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    X-Unknown: a, b
    v: SIP/2.0/UDP p2.example.org
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Subject: first
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1;rport
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
