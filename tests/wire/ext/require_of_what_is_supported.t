# U10 O1 P1 GR4: path, outbound and gruu may be required; what else is required is named alone
--- send      REGISTER
    Require: path, outbound, gruu
    Supported: path, outbound, gruu
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
    Require: outbound
--- send      REGISTER
    Require: path, nosuchthing
    Require: outbound,another
    Contact: <sip:b@phone.example.org>
--- expect    420
    Unsupported: nosuchthing, another
