# R17 R18 RFC 5627 6.1: a request to a GRUU is not redirected
--- send      REGISTER
    Supported: gruu
    Contact: <sip:a@192.0.2.1>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      INVITE  uri=sip:$user@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6
--- expect    480
--- send      INVITE
--- expect    302  contact=<sip:a@192.0.2.1>
