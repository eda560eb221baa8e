# O1 RFC 5626 6: no ob and no Supported: outbound: the reg-id is ignored, as if it were not there
--- send      REGISTER
    Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-phone
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
    !Require
--- send      REGISTER
    Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-phone
    Contact: <sip:a@phone.example.org>;reg-id=2;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
    !Require
--- send      REGISTER
    Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-phone
    Contact: <sip:b@phone.example.org>;reg-id=3;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contact=<sip:b@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";*
