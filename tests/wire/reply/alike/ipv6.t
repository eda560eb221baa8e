# X2 RFC 3581 4: over IPv6, with brackets, another spelling, another address, a name
--- server    cfg=reply/hooks.cfg
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-alike  by core,reg302,parsed-reg302  302  dst=::1
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP [::1]:5070;branch=z9hG4bK-1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302  dst=::1
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP [::1];branch=z9hG4bK-1;rport
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302  dst=::1
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP [0:0:0:0:0:0:0:1];rport;branch=z9hG4bK-1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302  dst=::1
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP [2001:db8::1]:5070;branch=z9hG4bK-1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302  dst=::1
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP phone.example.org;branch=z9hG4bK-1;rport
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
