# Z1 RFC 5118 4.2 (ipv6-bad): an IPv6 address without brackets in the Request-URI: 400, and nothing is bound
--- log       <core>
--- log       sanity
--- send-raw  request  from=127.0.0.12:5060
    REGISTER sip:2001:db8::10 SIP/2.0
    To: sip:user6bad@example.com
    From: sip:user6bad@example.com;tag=81x2
    Via: SIP/2.0/UDP [2001:db8::9:1];branch=z9hG4bKas3-111
    Call-ID: SSG9559905523997077@hlau_4101
    Max-Forwards: 70
    Contact: "Caller" <sip:caller@[2001:db8::1]>
    CSeq: 98176 REGISTER
    Content-Length: 0
--- expect    400
--- send      REGISTER  user=user6bad
--- expect    200  contact=none
