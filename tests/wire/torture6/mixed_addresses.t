# Z1 RFC 5118 4.7 (mult-ip-in-header): IPv6 and IPv4 in the Vias of one request: all copied, in order
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-raw  request  from=127.0.0.12:5060
    BYE sip:$user@example.com SIP/2.0
    Via: SIP/2.0/UDP [2001:db8::9:1]:6050;branch=z9hG4bKas3-111;rport
    Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKjhja8781hjuaij65144
    Via: SIP/2.0/TCP [2001:db8::9:255];branch=z9hG4bK451jj;received=192.0.2.200
    Call-ID: 997077@lau_4100
    Max-Forwards: 70
    CSeq: 89187 BYE
    To: sip:$user@example.net
    From: sip:user@example.com;tag=81x2
    Content-Length: 0
--- expect    302  contact=<sip:a@phone.example.org>
