# Z1 RFC 4475 3.3.12 (cparam01): an unknown parameter behind a bare Contact: it belongs to the header field (FP1)
--- send-raw  request  from=127.0.0.12:5060
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP saturn.example.com:5060;branch=z9hG4bKkdjuw
    Max-Forwards: 70
    From: sip:watson@example.com;tag=DkfVgjkrtMwaerKKpe
    To: sip:watson@example.com
    Call-ID: cparam01.70710@saturn.example.com
    CSeq: 2 REGISTER
    Contact: sip:+19725552222@gw1.example.net;unknownparam
    l: 0
--- expect    200  contact=<sip:+19725552222@gw1.example.net>;unknownparam;*
--- send      INVITE  user=watson
--- expect    302  contact=<sip:+19725552222@gw1.example.net>
--- send      REGISTER  user=watson  call-id=$user  contact=*  expires=0
--- expect    200  contact=none
