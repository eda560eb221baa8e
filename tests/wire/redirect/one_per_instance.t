# R19 RFC 5626 7: of the flows of one instance the 302 names one, the latest
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@192.0.2.1>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@192.0.2.2>;reg-id=2;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=2
--- send      INVITE
--- expect    302  contacts=1
