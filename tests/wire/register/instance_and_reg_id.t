# O5 RFC 5626 6: with reg-id each flow of an instance is a binding of its own
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@192.0.2.1>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@192.0.2.2>;reg-id=2;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=2
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@192.0.2.3>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  any-order  contact=<sip:a@192.0.2.2>;reg-id=2;*  contact=<sip:a@192.0.2.3>;reg-id=1;*
