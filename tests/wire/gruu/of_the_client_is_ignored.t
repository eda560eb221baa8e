# GR2 RFC 5627 5.1: a pub-gruu or temp-gruu that a client sends is not stored
--- send      REGISTER
    Contact: <sip:a@192.0.2.1>;pub-gruu="sip:evil@example.com;gr=x";temp-gruu="sip:y@example.com;gr";+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200
    Contact: <sip:a@192.0.2.1>;expires=3600;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
