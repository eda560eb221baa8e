# U25 RFC 3261 7.3.1, 7.3.3: compact names and folded lines in an INVITE
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request
    INVITE sip:$user@example.com SIP/2.0
    v: SIP/2.0/UDP $source;rport;branch=z9hG4bK-compact
    f: "Caller, One" <sip:caller@example.org>
     ;tag=1
    t:<sip:$user@example.com>
    i: $user@compact
    CSEQ:  1   INVITE
    Max-Forwards: 70
    m: <sip:caller@$source>
    l: 0
--- expect    302  contact=<sip:a@phone.example.org>
