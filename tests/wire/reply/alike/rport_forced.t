# X2 RFC 3581 4: force_rport() of a script: rport is given whether the client asked or not
--- server    cfg=reply/hooks.cfg
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-alike  by forced-core,forced-reg302,forced-parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by forced-core,forced-reg302,forced-parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1;rport;x
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by forced-core,forced-reg302,forced-parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP phone.example.org
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by forced-core,forced-reg302,forced-parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP [2001:db8::1]:5070;x=y
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
