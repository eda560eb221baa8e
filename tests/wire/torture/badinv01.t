# Z1 RFC 4475 3.1.2.1 (badinv01): extraneous separators in Via and Contact: 400
# core: the Via cannot be read, and so there is no way back
--- log       <core>
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  from=127.0.0.12:5060
    INVITE sip:user@example.com SIP/2.0
    To: sip:j.user@example.com
    From: sip:caller@example.net;tag=134161461246
    Max-Forwards: 7
    Call-ID: badinv01.0ha0isndaksdjasdf3234nas
    CSeq: 8 INVITE
    Via: SIP/2.0/UDP 192.0.2.15;;,;,,
    Contact: "Joe" <sip:joe@example.org>;;;;
    Content-Length: 152
    Content-Type: application/sdp

    v=0
    o=mhandley 29739 7272939 IN IP4 192.0.2.15
    s=-
    c=IN IP4 192.0.2.15
    t=0 0
    m=audio 49217 RTP/AVP 0 12
    m=video 3227 RTP/AVP 31
    a=rtpmap:31 LPC
--- expect-nothing  60ms
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
