# Z1 RFC 4475 3.3.2 (unkscm): a Request-URI of an unknown scheme: 416
--- log       <core>
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  transport=tcp
    OPTIONS nobodyKnowsThisScheme:totallyopaquecontent SIP/2.0
    To: sip:user@example.com
    From: sip:caller@example.net;tag=384
    Max-Forwards: 3
    Call-ID: unkscm.nasdfasser0q239nwsdfasdkl34
    CSeq: 3923423 OPTIONS
    Via: SIP/2.0/TCP host9.example.com;branch=z9hG4bKkdjuw39234
    Content-Length: 0
--- expect    416
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
