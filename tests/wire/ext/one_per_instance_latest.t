# R19 RFC 5626 7: with equal q the flow that was refreshed last; bindings without an instance are all offered
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a1@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a2@phone.example.org>;reg-id=2;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=2
--- send      INVITE
--- expect    302  contact=<sip:a2@phone.example.org>
--- pass      1100ms
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a1@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=2
--- send      INVITE
--- expect    302  contact=<sip:a1@phone.example.org>
--- send      REGISTER  contact=<sip:b@phone.example.org>  contact=<sip:c@phone.example.org>
--- expect    200  contacts=4
--- send      INVITE
--- expect    302  any-order  contact=<sip:a1@phone.example.org>  contact=<sip:b@phone.example.org>  contact=<sip:c@phone.example.org>
