# X2 RFC 3581 4: over TCP
--- server    cfg=reply/hooks.cfg
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-alike  by core,reg302,parsed-reg302  302  transport=tcp
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/TCP $source;branch=z9hG4bK-1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302  transport=tcp
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/TCP $source;rport;branch=z9hG4bK-1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302  transport=tcp
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/TCP phone.example.org;branch=z9hG4bK-1;rport=1;x
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
