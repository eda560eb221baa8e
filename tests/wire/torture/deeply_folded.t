# Z1 U25 RFC 3261 7.3.1: a Contact folded at every place where blanks may be, over a hundred lines
--- send-raw  request
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-fold
    From: <sip:$user@example.com>;tag=1
    To:
     <sip:$user@example.com>
    Call-ID: fold.$user
    CSeq: 1 REGISTER
    Max-Forwards: 70
    Contact:
    \{100}\t
     "A"
     <sip:a@phone.example.org>
     ;
     expires
    \{20}\t
     =
     600
     ,
     <sip:b@phone.example.org>
    Content-Length:
     0
--- expect    200  contact=<sip:a@phone.example.org>;expires=600  contact=<sip:b@phone.example.org>;expires=3600
