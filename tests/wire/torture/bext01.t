# Z1 RFC 4475 3.3.5 (bext01): unknown Require and Proxy-Require: a redirect server redirects all the same (R8)
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    OPTIONS sip:user@example.com SIP/2.0
    To: sip:j_user@example.com
    From: sip:caller@example.net;tag=242etr
    Max-Forwards: 6
    Call-ID: bext01.0ha0isndaksdj
    Require: nothingSupportsThis, nothingSupportsThisEither
    Proxy-Require: noProxiesSupportThis, norDoAnyProxiesSupportThis
    CSeq: 8 OPTIONS
    Via: SIP/2.0/TLS fold-and-staple.example.com;branch=z9hG4bKkdjuw
    Content-Length: 0
--- expect    302  contact=<sip:user@phone.example.org>
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
