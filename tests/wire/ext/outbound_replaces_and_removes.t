# O4 RFC 5626 6: beside the one that stays, others may be removed in the same REGISTER
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:old@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
    Contact: <sip:old@phone.example.org>;expires=0
--- expect    200  contact=<sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";expires=3600
    Require: outbound
