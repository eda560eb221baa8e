# O4 U1 RFC 5626 6: the rule about one Contact with a reg-id does not ask for Supported: outbound
--- send      REGISTER
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
    Contact: <sip:b@phone.example.org>;reg-id=2;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    400
--- send      REGISTER
--- expect    200  contact=none
