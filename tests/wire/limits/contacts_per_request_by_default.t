# contacts_per_request=128 by default: 128 are bound, 129 are 403 and none of them is
--- server    max_contacts=0
--- send-raw  request
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-129
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: one.$user
    CSeq: 1 REGISTER
    Max-Forwards: 70
    \{129}Contact: <sip:\#@h.example.org>
    Content-Length: 0
--- expect    403  reason="Too Many Contacts"
--- send      REGISTER
--- expect    200  contact=none
--- send-raw  request
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-128
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: one.$user
    CSeq: 2 REGISTER
    Max-Forwards: 70
    \{128}Contact: <sip:\#@h.example.org>
    Content-Length: 0
--- expect    200  contacts=128
--- send      REGISTER  contact=<sip:129@h.example.org>
--- expect    403
--- stat      reg302:register_refused_too_many +2
--- send      REGISTER  contact=*  expires=0
--- expect    200  contact=none
