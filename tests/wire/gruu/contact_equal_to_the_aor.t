# GR1 U1 RFC 5627 5.1: an instance at its own AOR, or at a GRUU of it, is 403
--- send      REGISTER
    Supported: gruu
    Contact: <sip:$user@example.com>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    403
--- send      REGISTER
    Supported: gruu
    Contact: <sip:$user@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    403
--- send      REGISTER
--- expect    200  contact=none
