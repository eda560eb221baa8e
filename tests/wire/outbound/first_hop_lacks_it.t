# O2 U1 RFC 5626 6, 11.6: a proxy in between that put no ob into the Path: 439, and nothing is stored
--- send      REGISTER
    Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-phone
    Supported: path, outbound
    Path: <sip:edge.example.org;lr>
    Contact: <sip:a@192.0.2.1>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    439  reason="First Hop Lacks Outbound Support"
--- send      REGISTER
    Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-phone
    Supported: path, outbound
    Contact: <sip:a@192.0.2.1>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    439
--- send      REGISTER
--- expect    200  contact=none
