# Z1 RFC 4475 3.1.2.15 (baddn): a comma in a display name without quotes: 400, or it is ignored
--- log       <core>
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060  malformed
    OPTIONS sip:user@example.com SIP/2.0
    Via:     SIP/2.0/UDP c.example.com:5060;branch=z9hG4bKkdjuw
    Max-Forwards:      70
    From:    Bell, Alexander <sip:a.g.bell@example.com>;tag=43
    To:      Watson, Thomas <sip:t.watson@example.org>
    Call-ID: baddn.31415@c.example.com
    Accept: application/sdp
    CSeq:    3923239 OPTIONS
    l: 0
--- expect    400|302
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
