# RFC 5626 6: a Contact without an instance is found by its URI, beside one with an instance
--- send      REGISTER
    Contact: <sip:a@192.0.2.1>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:b@192.0.2.1>
--- expect    200  contacts=2
--- send      REGISTER
    Contact: <sip:a@192.0.2.9>;expires=0;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contact=<sip:b@192.0.2.1>;*
