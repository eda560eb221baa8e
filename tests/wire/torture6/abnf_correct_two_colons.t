# Z1 RFC 5118 4.10 (ipv6-correct-abnf-2-colons): [2001:db8::192.0.2.1] is an address: not one of ours: 404; a good Contact
--- send-raw  request  from=127.0.0.12:5060
    OPTIONS sip:$user@[2001:db8::192.0.2.1] SIP/2.0
    To: sip:$user@[2001:db8::192.0.2.1]
    From: sip:user@example.com;tag=810x2
    Via: SIP/2.0/UDP lab1.east.example.com;branch=z9hG4bKas3-111
    Call-ID: G9559905523997077@hlau_4101
    CSeq: 689 OPTIONS
    Max-Forwards: 70
    Content-Length: 0
--- expect    404
--- send      REGISTER  contact=<sip:a@[2001:db8::192.0.2.1]>
--- expect    200  contact=<sip:a@[2001:db8::192.0.2.1]>;expires=3600
--- send      REGISTER  contact=<sip:a@[2001:db8::c000:201]>;expires=700
--- expect    200  contacts=1
