# Z1 RFC 4475 3.3.7 (regaut01): an unknown Authorization scheme: where nobody is asked for credentials they do not matter
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  transport=tcp
    REGISTER sip:example.com SIP/2.0
    To: sip:regaut.user@example.com
    From: sip:regaut.user@example.com;tag=87321hj23128
    Max-Forwards: 8
    Call-ID: regaut01.0ha0isndaksdj
    CSeq: 9338 REGISTER
    Via: SIP/2.0/TCP 192.0.2.253;branch=z9hG4bKkdjuw
    Authorization: NoOneKnowsThisScheme opaque-data=here
    Content-Length:0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
