# Z1 RFC 5118 4.5 (via-received-param-no-delim): a received without brackets, the form of the ABNF, is read and copied as it is
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send-raw  request  from=127.0.0.12:5060
    OPTIONS sip:$user@example.com SIP/2.0
    To: sip:$user@example.com
    From: sip:user@example.com;tag=81x2
    Via: SIP/2.0/UDP [2001:db8::9:1];branch=z9hG4bKas3
    Via: SIP/2.0/UDP [2001:db8::9:1];received=2001:db8::9:255;branch=z9hG4bKas4
    Call-ID: SSG95523997077@hlau_4100
    Max-Forwards: 70
    Contact: "Caller" <sip:caller@[2001:db8::9:1]>
    CSeq: 921 OPTIONS
    Content-Length: 0
--- expect    302  contact=<sip:a@phone.example.org>
