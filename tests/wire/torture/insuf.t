# Z1 RFC 4475 3.3.1 (insuf): no Call-ID, From, To, Max-Forwards: 400 as far as it can be built
# core: without Call-ID, From and To the request does not reach the script
--- log       <core>
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  from=127.0.0.12:5060
    INVITE sip:user@example.com SIP/2.0
    CSeq: 193942 INVITE
    Via: SIP/2.0/UDP 192.0.2.95;branch=z9hG4bKkdj.insuf
    Content-Type: application/sdp
    l: 152

    v=0
    o=mhandley 29739 7272939 IN IP4 192.0.2.95
    s=-
    c=IN IP4 192.0.2.95
    t=0 0
    m=audio 49217 RTP/AVP 0 12
    m=video 3227 RTP/AVP 31
    a=rtpmap:31 LPC
--- expect-nothing  60ms
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
