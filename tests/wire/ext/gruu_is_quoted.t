# GR4 GR2 RFC 5627 5.3, 11: pub-gruu is the AOR with the instance in gr, temp-gruu hides the user; both quoted, for each phone
--- send      REGISTER
    Supported: path, gruu
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";q=0.9
--- expect    200
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";q=0.9;expires=3600;pub-gruu="sip:$user@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6";temp-gruu="sip:*@example.com;gr"
--- send      REGISTER
    Supported: path, gruu
    Contact: <sip:b@phone.example.org>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000a95a0e128>";q=0.5
    Contact: <sip:c@phone.example.org>;q=0.1
--- expect    200
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";q=0.9;expires=3600;pub-gruu="sip:$user@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6";temp-gruu="sip:*@example.com;gr"
    Contact: <sip:b@phone.example.org>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000a95a0e128>";q=0.5;expires=3600;pub-gruu="sip:$user@example.com;gr=urn:uuid:00000000-0000-1000-8000-000a95a0e128";temp-gruu="sip:*@example.com;gr"
    Contact: <sip:c@phone.example.org>;q=0.1;expires=3600
    !Require
    !Supported
--- send      REGISTER
--- expect    200
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";q=0.9;expires=3600
    Contact: <sip:b@phone.example.org>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000a95a0e128>";q=0.5;expires=3600
    Contact: <sip:c@phone.example.org>;q=0.1;expires=3600
