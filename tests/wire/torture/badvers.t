# Z1 RFC 4475 3.1.2.16 (badvers): SIP/7.0: 505
# core: the Via has the strange version too, and cannot be read: no way back
--- log       <core>
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  from=127.0.0.12:5060
    OPTIONS sip:user@example.com SIP/7.0
    Via:     SIP/7.0/UDP c.example.com;branch=z9hG4bKkdjuw
    Max-Forwards:     70
    From:    A. Bell <sip:a.g.bell@example.com>;tag=qweoiqpe
    To:      T. Watson <sip:t.watson@example.org>
    Call-ID: badvers.31417@c.example.com
    CSeq:    1 OPTIONS
    l: 0
--- expect-nothing  60ms
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
