# O6 U25 RFC 3261 7.3.1: Supported may be several header fields, compact, in any order
--- send      REGISTER
    Supported: path
    k: gruu , outbound
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
    Require: outbound
--- send      REGISTER
    Supported: path, outbounder, xoutbound
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
    !Require
