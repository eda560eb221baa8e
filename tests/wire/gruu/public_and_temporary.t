# GR2 GR4 GR5 RFC 5627 5.1, 5.3: who supports gruu gets a public and a temporary one for each instance
--- send      REGISTER
    Supported: gruu
    Contact: <sip:a@192.0.2.1>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200
    Contact: <sip:a@192.0.2.1>;expires=3600;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";pub-gruu="sip:$user@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6";temp-gruu="sip:*@example.com;gr*"
    !Require
    !Supported
