# Z1 RFC 5118 4.4 (port-unambiguous): the port is behind the bracket: the domain is [2001:db8::10], not ours: 404
--- send-raw  request  from=127.0.0.12:5060
    REGISTER sip:[2001:db8::10]:5070 SIP/2.0
    To: sip:$user@example.com
    From: sip:$user@example.com;tag=81x2
    Via: SIP/2.0/UDP [2001:db8::9:1];branch=z9hG4bKas3-111
    Call-ID: SSG9559905523997077@hlau_4103
    Contact: "Caller" <sip:caller@[2001:db8::1]>
    Max-Forwards: 70
    CSeq: 98176 REGISTER
    Content-Length: 0
--- expect    404
--- send      REGISTER
--- expect    200  contact=none
