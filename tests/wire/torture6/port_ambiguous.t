# Z1 RFC 5118 4.3 (port-ambiguous): [2001:db8::10:5070] is an address whose last group is 5070, not a port
--- send      REGISTER  contact=<sip:caller@[2001:db8::10:5070]>
--- expect    200  contact=<sip:caller@[2001:db8::10:5070]>;expires=3600
--- send      REGISTER  contact=<sip:caller@[2001:db8::10]:5070>
--- expect    200  contacts=2
--- send-raw  request  from=127.0.0.12:5060
    REGISTER sip:[2001:db8::10:5070] SIP/2.0
    To: sip:$user@example.com
    From: sip:$user@example.com;tag=81x2
    Via: SIP/2.0/UDP [2001:db8::9:1];branch=z9hG4bKas3-111
    Call-ID: SSG9559905523997077@hlau_4102
    Contact: "Caller" <sip:caller@[2001:db8::1]>
    Max-Forwards: 70
    CSeq: 98176 REGISTER
    Content-Length: 0
--- expect    404
--- send      INVITE
--- expect    302  any-order  contact=<sip:caller@[2001:db8::10:5070]>  contact=<sip:caller@[2001:db8::10]:5070>
