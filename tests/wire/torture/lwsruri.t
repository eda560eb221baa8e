# Z1 RFC 4475 3.1.2.8 (lwsruri): a blank within the Request-URI: 400
# core: four words in the first line are no request for its parser
--- log       <core>
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  from=127.0.0.12:5060
    INVITE sip:user@example.com; lr SIP/2.0
    To: sip:user@example.com;tag=3xfe-9921883-z9f
    From: sip:caller@example.net;tag=231413434
    Max-Forwards: 5
    Call-ID: lwsruri.asdfasdoeoi2323-asdfwrn23-asd834rk423
    CSeq: 2130706432 INVITE
    Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKkdjuw2395
    Contact: <sip:caller@host1.example.net>
    Content-Type: application/sdp
    Content-Length: 159

    v=0
    o=mhandley 29739 7272939 IN IP4 192.0.2.1
    s=-
    c=IN IP4 192.0.2.1
    t=3149328700 0
    m=audio 49217 RTP/AVP 0 12
    m=video 3227 RTP/AVP 31
    a=rtpmap:31 LPC
--- expect-nothing  60ms
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
