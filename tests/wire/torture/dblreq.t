# Z1 RFC 4475 3.1.1.8 (dblreq): a second request behind the Content-Length of a datagram is no request: one answer, to the REGISTER
--- send-raw  request  from=127.0.0.12:5060
    REGISTER sip:example.com SIP/2.0
    To: sip:j.user@example.com
    From: sip:j.user@example.com;tag=43251j3j324
    Max-Forwards: 8
    I: dblreq.0ha0isndaksdj99sdfafnl3lk233412
    Contact: sip:j.user@host.example.com
    CSeq: 8 REGISTER
    Via: SIP/2.0/UDP 192.0.2.125;branch=z9hG4bKkdjuw23492
    Content-Length: 0


    INVITE sip:joe@example.com SIP/2.0
    t: sip:joe@example.com
    From: sip:caller@example.net;tag=141334
    Max-Forwards: 8
    Call-ID: dblreq.0ha0isnda977644900765@192.0.2.15
    CSeq: 8 INVITE
    Via: SIP/2.0/UDP 192.0.2.15;branch=z9hG4bKkdjuw380234
    Content-Type: application/sdp
    Content-Length: 150

    v=0
    o=mhandley 29739 7272939 IN IP4 192.0.2.15
    s=-
    c=IN IP4 192.0.2.15
    t=0 0
    m=audio 49217 RTP/AVP 0 12
    m =video 3227 RTP/AVP 31
    a=rtpmap:31 LPC\r\n
--- expect    200  contact=<sip:j.user@host.example.com>;*
--- pass      60ms
--- send      REGISTER  user=j.user  call-id=$user  contact=*  expires=0
--- expect    200  contact=none
