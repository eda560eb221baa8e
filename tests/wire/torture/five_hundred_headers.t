# Z1 U4: five hundred unknown header fields before, between and behind what matters
--- send-raw  request
    REGISTER sip:example.com SIP/2.0
    \{200}X-Before-\#: \#
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-many
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    \{200}X-Between-\#: \#
    Call-ID: many.$user
    CSeq: 1 REGISTER
    Max-Forwards: 70
    \{100}X-Behind-\#: \#
    Contact: <sip:a@phone.example.org>
    Content-Length: 0
--- expect    200  contacts=1
