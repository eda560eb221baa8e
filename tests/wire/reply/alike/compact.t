# U25 RFC 3261 7.3.3: compact names, odd case and blanks come back as they were written
--- server    cfg=reply/hooks.cfg
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    v: SIP/2.0/UDP $source;rport;branch=z9hG4bK-1
    f:<sip:caller@example.org>;tag=1
    t :   "An A" <sip:$user@example.com>;x=y
    i:  alike.$user
    cSEQ:   7   INVITE
    m: <sip:caller@example.org>
    l: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    VIA : SIP / 2.0 / UDP $source ;rport ; branch = z9hG4bK-1
    FROM: "A\\"" <sip:caller@example.org> ; tag = 1  
    TO: sip:$user@example.com
    CALL-ID: alike.$user
    CSeq:	7 INVITE
    Content-Length:    0
