# O1 RFC 5626 6: the first URI of the Path has to have ob; one further down does not make up for it
--- send      REGISTER
    Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-phone
    Supported: path, outbound
    Path: <sip:inner.example.org;lr>, <sip:edge.example.org;lr;ob>
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    439
--- send      REGISTER
    Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-phone
    Supported: path, outbound
    Path: <sip:edge.example.org;ob;lr>, <sip:inner.example.org;lr>
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
    Require: outbound
    Path: <sip:edge.example.org;ob;lr>, <sip:inner.example.org;lr>
