# Z1 RFC 4475 3.1.2.5 (scalarlg): a response with scalars beyond their ranges: dropped
--- log       <core>
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  transport=tcp
    SIP/2.0 503 Service Unavailable
    Via: SIP/2.0/TCP host129.example.com;branch=z9hG4bKzzxdiwo34sw;received=192.0.2.129
    To: <sip:user@example.com>
    From: <sip:other@example.net>;tag=2easdjfejw
    CSeq: 9292394834772304023312 OPTIONS
    Call-ID: scalarlg.noase0of0234hn2qofoaf0232aewf2394r
    Retry-After: 949302838503028349304023988
    Warning: 1812 overture "In Progress"
    Content-Length: 0
--- expect-nothing  60ms
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
