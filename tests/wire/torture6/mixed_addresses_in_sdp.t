# Z1 RFC 5118 4.8 (mult-ip-in-sdp): IPv6 and IPv4 in one SDP: a redirect server does not read it
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-raw  request  from=127.0.0.12:5060
    INVITE sip:$user@example.com SIP/2.0
    To: sip:$user@example.com
    From: sip:user@example.com;tag=81x2
    Via: SIP/2.0/UDP [2001:db8::9:1];branch=z9hG4bKas3-111
    Call-ID: SSG9559905523997077@hlau_4106
    Contact: "Caller" <sip:caller@[2001:db8::9:1]>
    Max-Forwards: 70
    CSeq: 8912 INVITE
    Content-Type: application/sdp

    v=0
    o=bob 280744730 28977631 IN IP4 host.example.com
    s=
    t=0 0
    m=audio 22334 RTP/AVP 0
    c=IN IP4 192.0.2.1
    m=video 6024 RTP/AVP 107
    c=IN IP6 2001:db8::1
    a=rtpmap:107 H263-1998/90000
--- expect    302  contact=<sip:a@phone.example.org>
