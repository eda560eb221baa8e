# Z1 RFC 4475 3.3.15 (sdp01): Accept of an unknown type: a redirect has no body to accept
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    INVITE sip:user@example.com SIP/2.0
    To: sip:j_user@example.com
    Contact: <sip:caller@host15.example.net>
    From: sip:caller@example.net;tag=234
    Max-Forwards: 5
    Call-ID: sdp01.ndaksdj9342dasdd
    Accept: text/nobodyKnowsThis
    CSeq: 8 INVITE
    Via: SIP/2.0/UDP 192.0.2.15;branch=z9hG4bKkdjuw
    Content-Length: 150
    Content-Type: application/sdp

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
