# Z1 RFC 4475 3.1.2.18 (mismatch02): an unknown method, and another one in CSeq: 400 or 501
--- log       sanity
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    NEWMETHOD sip:user@example.com SIP/2.0
    To: sip:j.user@example.com
    From: sip:caller@example.net;tag=34525
    Max-Forwards: 6
    Call-ID: mismatch02.dj0234sxdfl3
    CSeq: 8 INVITE
    Contact: <sip:caller@host.example.net>
    Via: SIP/2.0/UDP host.example.net;branch=z9hG4bKkdjuw
    Content-Type: application/sdp
    l: 138

    v=0
    o=mhandley 29739 7272939 IN IP4 192.0.2.1
    c=IN IP4 192.0.2.1
    m=audio 49217 RTP/AVP 0 12
    m=video 3227 RTP/AVP 31
    a=rtpmap:31 LPC
--- expect    400|501
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
