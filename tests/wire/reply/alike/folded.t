# U25 RFC 3261 7.3.1: folded lines of every field that is copied
--- server    cfg=reply/hooks.cfg
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source
      ;rport
      ;branch=z9hG4bK-1
    Via: SIP/2.0/UDP p1.example.org
    	;branch=z9hG4bK-2,
     SIP/2.0/UDP p2.example.org
    From: "A"
     <sip:caller@example.org>
    	;tag=1
    To:
     <sip:$user@example.com>
    Call-ID:
      alike.$user
    CSeq:
      7 INVITE
    Subject: one
      two
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-1;rport
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>
     ;x=y
    Call-ID: alike.$user
    CSeq: 7 INVITE
    X-Last: one
      two
    Content-Length: 0
