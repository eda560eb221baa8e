# Z1 RFC 4475 3.3.11 (zeromf): Max-Forwards: 0: a redirect server does not forward, and does not look (R16)
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    OPTIONS sip:user@example.com SIP/2.0
    To: sip:user@example.com
    From: sip:caller@example.net;tag=3ghsd41
    Call-ID: zeromf.jfasdlfnm2o2l43r5u0asdfas
    CSeq: 39234321 OPTIONS
    Via: SIP/2.0/UDP host1.example.com;branch=z9hG4bKkdjuw2349i
    Max-Forwards: 0
    Content-Length: 0
--- expect    302  contact=<sip:user@phone.example.org>
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
