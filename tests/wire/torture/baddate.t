# Z1 RFC 4475 3.1.2.12 (baddate): a Date that is not GMT: not needed here, so it does not matter (U5)
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    INVITE sip:user@example.com SIP/2.0
    To: sip:user@example.com
    From: sip:caller@example.net;tag=2234923
    Max-Forwards: 70
    Call-ID: baddate.239423mnsadf3j23lj42--sedfnm234
    CSeq: 1392934 INVITE
    Via: SIP/2.0/UDP host.example.com;branch=z9hG4bKkdjuw
    Date: Fri, 01 Jan 2010 16:00:00 EST
    Contact: <sip:caller@host5.example.net>
    Content-Type: application/sdp
    Content-Length: 150

    v=0
    o=mhandley 29739 7272939 IN IP4 192.0.2.5
    s=-
    c=IN IP4 192.0.2.5
    t=0 0
    m=audio 49217 RTP/AVP 0 12
    m=video 3227 RTP/AVP 31
    a=rtpmap:31 LPC
--- expect    302  contact=<sip:user@phone.example.org>
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
