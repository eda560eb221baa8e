# O1 O2 RFC 5626 6, 9.1: ob belongs to the URI in the Path; behind the bracket, or as part of another name, it is none
--- send      REGISTER
    Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-phone
    Supported: path, outbound
    Path: <sip:edge.example.org;lr>;ob
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    439
--- send      REGISTER
    Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-phone
    Supported: path, outbound
    Path: <sip:ob@edge.example.org;lr;obx;x=ob>
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    439
--- send      REGISTER
    Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-phone
    Supported: path, outbound
    Path: <sip:edge.example.org;lr;OB>
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
    Require: outbound
