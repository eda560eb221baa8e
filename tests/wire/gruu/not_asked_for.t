# GR4: no Supported: gruu, no GRUU
--- send      REGISTER
    Contact: <sip:a@192.0.2.1>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200
    Contact: <sip:a@192.0.2.1>;expires=3600;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
