# Z1 RFC 5118 4.1 (ipv6-good): a REGISTER with IPv6 references in Request-URI, Via and Contact: bound
--- send-raw  request  from=127.0.0.12:5060
    REGISTER sip:[2001:db8::10] SIP/2.0
    To: sip:user6@example.com
    From: sip:user6@example.com;tag=81x2
    Via: SIP/2.0/UDP [2001:db8::9:1];branch=z9hG4bKas3-111
    Call-ID: SSG9559905523997077@hlau_4100
    Max-Forwards: 70
    Contact: "Caller" <sip:caller@[2001:db8::1]>
    CSeq: 98176 REGISTER
    Content-Length: 0
--- expect    404
--- send-raw  request  from=127.0.0.12:5060
    REGISTER sip:example.com SIP/2.0
    To: sip:user6@example.com
    From: sip:user6@example.com;tag=81x2
    Via: SIP/2.0/UDP [2001:db8::9:1];branch=z9hG4bKas3-112
    Call-ID: SSG9559905523997077@hlau_4100
    Max-Forwards: 70
    Contact: "Caller" <sip:caller@[2001:db8::1]>
    CSeq: 98177 REGISTER
    Content-Length: 0
--- expect    200  contact=<sip:caller@[2001:db8::1]>;expires=3600
--- send      INVITE  user=user6
--- expect    302  contact=<sip:caller@[2001:db8::1]>
--- send      REGISTER  user=user6  call-id=$user  contact=*  expires=0
--- expect    200  contact=none
