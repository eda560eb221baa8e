# Z1 RFC 4475 3.1.2.7 (ltgtruri): <> around the Request-URI: 400, or the brackets are ignored
--- log       <core>
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    INVITE <sip:user@example.com> SIP/2.0
    To: sip:user@example.com
    From: sip:caller@example.net;tag=39291
    Max-Forwards: 23
    Call-ID: ltgtruri.1@192.0.2.5
    CSeq: 1 INVITE
    Via: SIP/2.0/UDP 192.0.2.5
    Contact: <sip:caller@host5.example.net>
    Content-Type: application/sdp
    Content-Length: 159

    v=0
    o=mhandley 29739 7272939 IN IP4 192.0.2.5
    s=-
    c=IN IP4 192.0.2.5
    t=3149328700 0
    m=audio 49217 RTP/AVP 0 12
    m=video 3227 RTP/AVP 31
    a=rtpmap:31 LPC
--- expect    400|302
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
