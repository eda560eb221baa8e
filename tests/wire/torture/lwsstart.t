# Z1 RFC 4475 3.1.2.9 (lwsstart): two blanks between the words of the request line: 400, or they are read as one
# core: an empty Request-URI is no request for its parser
--- log       <core>
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  from=127.0.0.12:5060
    INVITE  sip:user@example.com  SIP/2.0
    Max-Forwards: 8
    To: sip:user@example.com
    From: sip:caller@example.net;tag=8814
    Call-ID: lwsstart.dfknq234oi243099adsdfnawe3@example.com
    CSeq: 1893884 INVITE
    Via: SIP/2.0/UDP host1.example.com;branch=z9hG4bKkdjuw3923
    Contact: <sip:caller@host1.example.net>
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
--- expect-nothing  60ms
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
