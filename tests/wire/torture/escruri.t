# Z1 RFC 4475 3.1.2.11 (escruri): escaped headers in the Request-URI: 400, or they are ignored; in no case followed
--- log       <core>
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    INVITE sip:user@example.com?Route=%3Csip:example.com%3E SIP/2.0
    To: sip:user@example.com
    From: sip:caller@example.net;tag=341518
    Max-Forwards: 7
    Contact: <sip:caller@host39923.example.net>
    Call-ID: escruri.23940-asdfhj-aje3br-234q098w-fawerh2q-h4n5
    CSeq: 149209342 INVITE
    Via: SIP/2.0/UDP host-of-the-hour.example.com;branch=z9hG4bKkdjuw
    Content-Type: application/sdp
    Content-Length: 150

    v=0
    o=mhandley 29739 7272939 IN IP4 192.0.2.1
    s=-
    c=IN IP4 192.0.2.1
    t=0 0
    m=audio 49217 RTP/AVP 0 12
    m=video 3227 RTP/AVP 31
    a=rtpmap:31 LPC
--- expect    400|302
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
