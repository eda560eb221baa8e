# Z1 RFC 4475 3.1.2.2 (clerr): Content-Length larger than the datagram: 400
--- log       <core>
--- log       sanity
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    INVITE sip:user@example.com SIP/2.0
    Max-Forwards: 80
    To: sip:j.user@example.com
    From: sip:caller@example.net;tag=93942939o2
    Contact: <sip:caller@hungry.example.net>
    Call-ID: clerr.0ha0isndaksdjweiafasdk3
    CSeq: 8 INVITE
    Via: SIP/2.0/UDP host5.example.com;branch=z9hG4bK-39234-23523
    Content-Type: application/sdp
    Content-Length: 9999

    v=0
    o=mhandley 29739 7272939 IN IP4 192.0.2.155
    s=-
    c=IN IP4 192.0.2.155
    t=0 0
    m=audio 49217 RTP/AVP 0 12
    m=video 3227 RTP/AVP 31
    a=rtpmap:31 LPC
--- expect    400
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
