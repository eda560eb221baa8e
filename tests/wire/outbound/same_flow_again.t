# O5 O7 RFC 5626 6: the same instance and reg-id with another URI is the same binding
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@192.0.2.1>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@192.0.2.9>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contact=<sip:a@192.0.2.9>;reg-id=1;*
--- send      INVITE
--- expect    302  contact=<sip:a@192.0.2.9>
