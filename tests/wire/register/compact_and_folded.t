# U25 RFC 3261 7.3.1, 7.3.3: compact names, odd case, blanks before the colon, folded lines
--- send-raw  request
    REGISTER sip:example.com SIP/2.0
    v: SIP/2.0/UDP $source;rport;branch=z9hG4bK-compact
    f: <sip:$user@example.com>;tag=1
    t: <sip:$user@example.com>
    i: $user@compact
    cseq : 1 REGISTER
    mAX-fORWARDS: 70
    m: <sip:a@phone.example.org>
     ;expires=700,
    	<sip:b@phone.example.org>
    EXPIRES:
      800
    l: 0
--- expect    200  contact=<sip:a@phone.example.org>;expires=700  contact=<sip:b@phone.example.org>;expires=800
