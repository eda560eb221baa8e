# O3 U1 RFC 5626 4.1, 9.2: a reg-id is a number from 1 to 2^31-1; another one is no Contact
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@phone.example.org>;reg-id=0;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    400
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@phone.example.org>;reg-id=2147483648;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    400
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@phone.example.org>;reg-id=one;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    400
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@phone.example.org>;reg-id;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    400
--- send      REGISTER
--- expect    200  contact=none
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@phone.example.org>;reg-id=2147483647;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
    Require: outbound
