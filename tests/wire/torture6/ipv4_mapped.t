# Z1 RFC 5118 4.9 (ipv4-mapped-ipv6): an IPv4-mapped address in Via and Contact is an IPv6 address like others
--- send-raw  request  from=127.0.0.12:5060
    REGISTER sip:example.com SIP/2.0
    To: sip:$user@example.com
    From: sip:$user@example.com;tag=81x2
    Via: SIP/2.0/UDP [::ffff:192.0.2.10]:19823;branch=z9hG4bKbh19;rport
    Via: SIP/2.0/UDP [::ffff:192.0.2.2];branch=z9hG4bKas3-111
    Call-ID: SSG9559905523997077@hlau_4107
    Contact: "T. desk phone" <sip:ted@[::ffff:192.0.2.2]>
    CSeq: 612 REGISTER
    Max-Forwards: 70
    Content-Length: 0
--- expect    200  contact=<sip:ted@[::ffff:192.0.2.2]>;expires=3600
--- send      INVITE
--- expect    302  contact=<sip:ted@[::ffff:192.0.2.2]>
