# Z1 RFC 4475 3.2.1 (badbranch): a branch that is the magic cookie alone: answered like an old one without it
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    OPTIONS sip:user@example.com SIP/2.0
    To: sip:user@example.com
    From: sip:caller@example.org;tag=33242
    Max-Forwards: 3
    Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK
    Accept: application/sdp
    Call-ID: badbranch.sadonfo23i420jv0as0derf3j3n
    CSeq: 8 OPTIONS
    l: 0
--- expect    302  contact=<sip:user@phone.example.org>
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
