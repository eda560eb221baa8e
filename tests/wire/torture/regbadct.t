# Z1 RFC 4475 3.1.2.13 (regbadct): a Contact with ?headers and no <>: 400, and nothing is bound
--- log       <core>
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    REGISTER sip:example.com SIP/2.0
    To: sip:user@example.com
    From: sip:user@example.com;tag=998332
    Max-Forwards: 70
    Call-ID: regbadct.k345asrl3fdbv@10.0.0.1
    CSeq: 1 REGISTER
    Via: SIP/2.0/UDP 135.180.130.133:5060;branch=z9hG4bKkdjuw
    Contact: sip:user@example.com?Route=%3Csip:sip.example.com%3E
    l: 0
--- expect    400  reason="Invalid Contact"
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
