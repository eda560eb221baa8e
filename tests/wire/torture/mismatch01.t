# Z1 RFC 4475 3.1.2.17 (mismatch01): the method in CSeq is another one: 400
--- log       sanity
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    OPTIONS sip:user@example.com SIP/2.0
    To: sip:j.user@example.com
    From: sip:caller@example.net;tag=34525
    Max-Forwards: 6
    Call-ID: mismatch01.dj0234sxdfl3
    CSeq: 8 INVITE
    Via: SIP/2.0/UDP host.example.com;branch=z9hG4bKkdjuw
    l: 0
--- expect    400
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
