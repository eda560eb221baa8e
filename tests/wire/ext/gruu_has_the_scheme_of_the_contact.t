# GR7 RFC 5630 5.2.1: a SIPS Contact gets SIPS GRUUs
--- send      REGISTER  uri=sips:example.com  to=sips:$user@example.com
    Supported: gruu
    Contact: <sips:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200
    Contact: <sips:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";expires=3600;pub-gruu="sips:$user@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6";temp-gruu="sips:*@example.com;gr"
--- send      INVITE  uri=sips:$user@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6
--- expect    480
--- send      INVITE  uri=sip:$user@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6
--- expect    480
