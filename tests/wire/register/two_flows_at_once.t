# O4 RFC 5626 6: several Contacts with a reg-id in one REGISTER are 400
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@192.0.2.1>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
    Contact: <sip:a@192.0.2.2>;reg-id=2;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    400
--- send      REGISTER
--- expect    200  contact=none
