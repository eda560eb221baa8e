# Z1 RFC 5118 4.6 (ipv6-in-sdp): IPv6 in the SDP: a redirect server does not read it
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-raw  request  from=127.0.0.12:5060
    INVITE sip:$user@example.com SIP/2.0
    To: sip:$user@example.com
    From: sip:user@example.com;tag=81x2
    Via: SIP/2.0/UDP [2001:db8::20];branch=z9hG4bKas3-111
    Call-ID: SSG9559905523997077@hlau_4105
    Contact: "Caller" <sip:caller@[2001:db8::20]>
    CSeq: 8612 INVITE
    Max-Forwards: 70
    Content-Type: application/sdp
    Content-Length: 251

    v=0
    o=assistant 971731711378798081 0 IN IP6 2001:db8::20
    s=Live video feed for today's meeting
    c=IN IP6 2001:db8::20
    t=3338481189 3370017201
    m=audio 6000 RTP/AVP 2
    a=rtpmap:2 G726-32/8000
    m=video 6024 RTP/AVP 107
    a=rtpmap:107 H263-1998/90000
--- expect    302  contact=<sip:a@phone.example.org>
