# Z1 G13: a hundred Contacts in one REGISTER are all bound, over the limit none
--- server    max_contacts=0
--- send-raw  request
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-contacts
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: contacts.$user
    CSeq: 1 REGISTER
    Max-Forwards: 70
    \{100}Contact: <sip:\#@phone.example.org>
    Content-Length: 0
--- expect    200  contacts=100
--- send-raw  request
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-contacts2
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: contacts.$user
    CSeq: 2 REGISTER
    Max-Forwards: 70
    \{50}Contact: <sip:a\#@phone.example.org>,<sip:b\#@phone.example.org>, <sip:c\#@phone.example.org>;q=0.1
    Content-Length: 0
--- expect    403
--- send      REGISTER  contact=*  expires=0
--- expect    200  contact=none
