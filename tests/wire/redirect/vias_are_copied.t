# U17 RFC 3261 8.2.6.2: all Vias, in their order, as they were
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE
    Via: SIP/2.0/UDP p2.example.org:5080;branch=z9hG4bK-two;received=192.0.2.2, SIP/2.0/TCP p3.example.org;branch=z9hG4bK-three
    Via: SIP / 2.0 / UDP p4.example.org;branch=z9hG4bK-four
--- expect    302  contact=<sip:a@phone.example.org>
