# Z1 RFC 4475 3.3.9 (mcl01): two Content-Lengths: 400 would be right
# core: its parser gives the message up at the header, and then no reply can be built from it: silence
--- log       <core>
--- log       sanity
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    OPTIONS sip:user@example.com SIP/2.0
    Via: SIP/2.0/UDP host5.example.net;branch=z9hG4bK293423
    To: sip:user@example.com
    From: sip:other@example.net;tag=3923942
    Call-ID: mcl01.fhn2323orihawfdoa3o4r52o3irsdf
    CSeq: 15932 OPTIONS
    Content-Length: 13
    Max-Forwards: 60
    Content-Length: 5
    Content-Type: text/plain

    There's no way to know how many octets are supposed to be here.\r\n
--- ignore-replies  60ms
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
