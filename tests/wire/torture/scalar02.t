# Z1 RFC 4475 3.1.2.4 (scalar02): a CSeq, Expires and expires beyond their ranges: 400 because of the CSeq, and nothing is bound
--- log       <core>
--- log       sanity
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  transport=tcp
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/TCP host129.example.com;branch=z9hG4bK342sdfoi3
    To: <sip:user@example.com>
    From: <sip:user@example.com>;tag=239232jh3
    CSeq: 36893488147419103232 REGISTER
    Call-ID: scalar02.23o0pd9vanlq3wnrlnewofjas9ui32
    Max-Forwards: 300
    Expires: 10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
    Contact: <sip:user@host129.example.com>
      ;expires=280297596632815
    Content-Length: 0
--- expect    400
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
