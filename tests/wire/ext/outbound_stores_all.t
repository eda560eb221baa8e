# O5 FP1 P1 RFC 5626 6: URI, Contact parameters and Path are those of the last REGISTER of that flow
--- send      REGISTER
    Supported: path, outbound
    Path: <sip:edge1.example.org;lr;ob>
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";audio;x=y
--- expect    200  contact=<sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";audio;x=y;expires=3600
--- expect-rpc  reg302.show $user
    *edge1.example.org*
--- send      REGISTER
    Supported: path, outbound
    Path: <sip:edge2.example.org;lr;ob>
    Contact: <sip:b@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";video
--- expect    200  contact=<sip:b@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";video;expires=3600
    Path: <sip:edge2.example.org;lr;ob>
--- expect-rpc  reg302.show $user
    *edge2.example.org*
    !edge1.example.org
