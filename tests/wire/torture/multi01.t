# Z1 RFC 4475 3.3.8 (multi01): CSeq, Call-ID, From, To, Max-Forwards twice: 400
# core: the second CSeq comes before From and To: the request does not reach the script
--- log       <core>
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  from=127.0.0.12:5060
    INVITE sip:user@example.com SIP/2.0
    Contact: <sip:caller@host25.example.net>
    Via: SIP/2.0/UDP 192.0.2.25;branch=z9hG4bKkdjuw
    Max-Forwards: 70
    CSeq: 5 INVITE
    Call-ID: multi01.98asdh@192.0.2.1
    CSeq: 59 INVITE
    Call-ID: multi01.98asdh@192.0.2.2
    From: sip:caller@example.com;tag=3413415
    To: sip:user@example.com
    To: sip:other@example.net
    From: sip:caller@example.net;tag=2923420123
    Content-Type: application/sdp
    l: 154
    Contact: <sip:caller@host36.example.net>
    Max-Forwards: 5

    v=0
    o=mhandley 29739 7272939 IN IP4 192.0.2.25
    s=-
    c=IN IP4 192.0.2.25
    t=0 0
    m=audio 49217 RTP/AVP 0 12
    m=video 3227 RTP/AVP 31
    a=rtpmap:31 LPC\r\n
--- expect-nothing  60ms
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
