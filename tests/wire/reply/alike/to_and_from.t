# U18 RFC 3261 8.2.6.2: To with a tag, without brackets, with odd display names; From without a tag
--- server    cfg=reply/hooks.cfg
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-1
    From: <sip:caller@example.org>;tag=1
    To: <sip:$user@example.com>;tag=there
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-1
    From: sip:caller@example.org;tag=1
    To: sip:$user@example.com;tag=there;x=y
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-1
    From: <sip:caller@example.org>
    To: <sip:$user@example.com>;x
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-1
    From: "a;tag=no" <sip:caller@example.org;tag=2>;tag=3
    To: "b;tag=no" <sip:$user@example.com;tag=4>
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-1
    From: Anonymous <sip:c8oqz84zk7z@privacy.org>;tag=hyh8
    To: sip:$user@example.com
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
--- send-alike  by core,reg302,parsed-reg302  302
    INVITE sip:$user@example.com;by=$by SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-1
    From: <sip:caller@example.org>;tag=1;x
    To: <tel:+4930123>;x="q"
    Call-ID: alike.$user
    CSeq: 1 INVITE
    Max-Forwards: 70
    Content-Length: 0
