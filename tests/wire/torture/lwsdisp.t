# Z1 RFC 4475 3.1.1.6 (lwsdisp): no blank between display name and <: redirected like any OPTIONS to a user (R8)
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    OPTIONS sip:user@example.com SIP/2.0
    To: sip:user@example.com
    From: caller<sip:caller@example.com>;tag=323
    Max-Forwards: 70
    Call-ID: lwsdisp.1234abcd@funky.example.com
    CSeq: 60 OPTIONS
    Via: SIP/2.0/UDP funky.example.com;branch=z9hG4bKkdjuw
    l: 0
--- expect    302  contact=<sip:user@phone.example.org>
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
