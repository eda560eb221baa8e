# GR4 O6 RFC 5627 5.3: all flows of one phone have the same public GRUU
--- send      REGISTER
    Supported: path, outbound, gruu
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";q=0.9
--- expect    200  save=public:pub-gruu
    Require: outbound
--- send      REGISTER
    Supported: path, outbound, gruu
    Contact: <sip:b@phone.example.org>;reg-id=2;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";q=0.5
--- expect    200
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";q=0.9;expires=3600;pub-gruu="$public";temp-gruu="*"
    Contact: <sip:b@phone.example.org>;reg-id=2;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";q=0.5;expires=3600;pub-gruu="$public";temp-gruu="*"
