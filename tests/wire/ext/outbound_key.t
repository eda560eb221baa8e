# O5 RFC 5626 6: a binding is known by AOR, instance and reg-id: the URI and the Call-ID do not matter
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000a95a0e128>"
--- expect    200  contacts=2
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:b@phone.example.org>;reg-id=2;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=3
--- send      REGISTER  call-id=another.$user  cseq=1
    Supported: path, outbound
    Contact: <sip:c@other.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  any-order  contact=<sip:c@other.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";*  contact=<sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000a95a0e128>";*  contact=<sip:b@phone.example.org>;reg-id=2;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";*
