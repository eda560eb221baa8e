# Z1 RFC 5118 4.5 (via-received-param-with-delim): a received in brackets in the second Via is read and copied as it is
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-raw  request  from=127.0.0.12:5060
    BYE sip:$user@example.com SIP/2.0
    To: sip:$user@example.com
    From: sip:user@example.com;tag=81x2
    Via: SIP/2.0/UDP [2001:db8::9:1];branch=z9hG4bKas3-111
    Via: SIP/2.0/UDP [2001:db8::9:1];received=[2001:db8::9:255];branch=z9hG4bKas3-112
    Call-ID: SSG9559905523997077@hlau_4104
    Max-Forwards: 70
    CSeq: 321 BYE
    Content-Length: 0
--- expect    302  contact=<sip:a@phone.example.org>
