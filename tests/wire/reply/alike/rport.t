# X2 RFC 3581 4: rport with a value, without, empty, at every place; received where the source is another one
--- server    cfg=reply/hooks.cfg
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;rport
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1;rport
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1;rport;x=y
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1;rport=5070;x
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;rport=9;branch=z9hG4bK-1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP phone.example.org:5070;branch=z9hG4bK-1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP phone.example.org:5999;branch=z9hG4bK-1;rport
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP phone.example.org:5070;branch=z9hG4bK-1;x
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP phone.example.org;x;rport;branch=z9hG4bK-1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP 127.0.0.13:5070;branch=z9hG4bK-1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP 127.0.0.13:5070
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1;rport;maddr=127.0.0.12;ttl=1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
