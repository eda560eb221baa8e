# GR2 RFC 5627 5.1: what a client says of GRUUs is neither stored nor told anybody, asked for or not
--- send      REGISTER
    Contact: <sip:a@phone.example.org>;pub-gruu="sip:evil@example.com;gr=x";+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";temp-gruu="sip:evil@example.com;gr"
--- expect    200
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";expires=3600
--- send      REGISTER
    Supported: gruu
--- expect    200
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";expires=3600;pub-gruu="sip:$user@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6";temp-gruu="sip:tgruu*@example.com;gr"
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>
