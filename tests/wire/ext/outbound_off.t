# O6 U10 outbound=0: a reg-id is a parameter like others; who requires the extension is told
--- server    outbound=0
--- send      REGISTER
    Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-phone
    Supported: path, outbound
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
    !Require
--- send      REGISTER
    Supported: path, outbound
    Require: outbound
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    420
    Unsupported: outbound
