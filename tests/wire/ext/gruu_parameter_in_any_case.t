# R17 RFC 3261 19.1.4, RFC 5627 6.1: ";GR=" and an escaped "gr" are the same parameter: not redirected either
--- send      REGISTER
    Supported: gruu
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200
--- send      INVITE  uri=sip:$user@example.com;GR=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6
--- expect    480
--- send      INVITE  uri=sip:$user@example.com;x=y;gr=urn:uuid:F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6
--- expect    480
--- send      INVITE  uri=sip:$user@example.com;grx=1
--- expect    302  contact=<sip:a@phone.example.org>
