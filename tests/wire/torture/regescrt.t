# Z1 RFC 4475 3.3.14 (regescrt): escaped headers in a Contact: stored with it; the callers are not sent them
# without its headers this Contact is the Request-URI itself: nowhere to go (R7)
--- send      REGISTER  user=user  call-id=$user  contact=*  expires=0
--- expect    200  contact=none
--- send-raw  request  from=127.0.0.12:5060
    REGISTER sip:example.com SIP/2.0
    To: sip:user@example.com
    From: sip:user@example.com;tag=8
    Max-Forwards: 70
    Call-ID: regescrt.k345asrl3fdbv@192.0.2.1
    CSeq: 14398234 REGISTER
    Via: SIP/2.0/UDP host5.example.com;branch=z9hG4bKkdjuw
    M: <sip:user@example.com?Route=%3Csip:sip.example.com%3E>
    L:0
--- expect    200  contact=<sip:user@example.com?Route=%3Csip:sip.example.com%3E>;*
--- send      INVITE  user=user
--- expect    480
--- send      REGISTER  user=user  call-id=end.$user  contact=*  expires=0
--- expect    200  contact=none
