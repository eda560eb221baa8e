# Z1 RFC 4475 3.1.2.14 (badaspec): blanks within < >: 400, or they are ignored
--- log       <core>
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060  malformed
    OPTIONS sip:user@example.com SIP/2.0
    Via: SIP/2.0/UDP host4.example.com:5060;branch=z9hG4bKkdju43234
    Max-Forwards: 70
    From: "Bell, Alexander" <sip:a.g.bell@example.com>;tag=433423
    To: "Watson, Thomas" < sip:t.watson@example.org >
    Call-ID: badaspec.sdf0234n2nds0a099u23h3hnnw009cdkne3
    Accept: application/sdp
    CSeq: 3923239 OPTIONS
    l: 0
--- expect    400|302
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
