# Z1 RFC 5118 4.1 (ipv6-good): the Request-URI is an IPv6 address of this server, written in another way
--- send-raw  request  dst=::1  from=[::1]:5060
    REGISTER sip:[0:0::0001]:$port SIP/2.0
    To: sip:user6@example.com
    From: sip:user6@example.com;tag=81x2
    Via: SIP/2.0/UDP [::1];branch=z9hG4bKas3-111
    Call-ID: SSG9559905523997078@hlau_4100
    Max-Forwards: 70
    Contact: "Caller" <sip:caller@[2001:db8::1]>
    CSeq: 98176 REGISTER
    Content-Length: 0
--- expect    200  contact=<sip:caller@[2001:db8::1]>;expires=3600
--- send      REGISTER  user=user6  call-id=$user  contact=*  expires=0
--- expect    200  contact=none
