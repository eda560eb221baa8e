# Z1 RFC 4475 3.1.2.3 (ncl): negative Content-Length: 400 would be right
# core: its parser gives the message up at the header, and then no reply can be built from it: silence
--- log       <core>
--- log       sanity
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    INVITE sip:user@example.com SIP/2.0
    Max-Forwards: 254
    To: sip:j.user@example.com
    From: sip:caller@example.net;tag=32394234
    Call-ID: ncl.0ha0isndaksdj2193423r542w35
    CSeq: 0 INVITE
    Via: SIP/2.0/UDP 192.0.2.53;branch=z9hG4bKkdjuw
    Contact: <sip:caller@example53.example.net>
    Content-Type: application/sdp
    Content-Length: -999

    v=0
    o=mhandley 29739 7272939 IN IP4 192.0.2.53
    s=-
    c=IN IP4 192.0.2.53
    t=0 0
    m=audio 49217 RTP/AVP 0 12
    m=video 3227 RTP/AVP 31
    a=rtpmap:31 LPC
--- ignore-replies  60ms
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
