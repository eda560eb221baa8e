# O2 U1 RFC 5626 6: 439 is counted, changes nothing, and a phone without the extension goes on
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      REGISTER
    Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-phone
    Supported: path, outbound
    Contact: <sip:b@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";expires=700
--- expect    439
    !Contact
    !Path
--- stat      reg302:register_refused_first_hop +1
--- send      REGISTER
--- expect    200  contact=<sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";expires=3600
