# O1 O6 GR4 P1: outbound, GRUU and Path over IPv6
--- send      REGISTER  dst=::1
    Supported: path, outbound, gruu
    Contact: <sip:a@[2001:db8::1]:5070>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200
    Contact: <sip:a@[2001:db8::1]:5070>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";expires=3600;pub-gruu="sip:$user@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6";temp-gruu="sip:*@example.com;gr"
    Require: outbound
--- send      REGISTER  dst=::1
    Via: SIP/2.0/UDP [2001:db8::2];branch=z9hG4bK-phone
    Supported: path, outbound
    Path: <sip:[2001:db8::3]:5080;lr;ob>
    Contact: <sip:b@[2001:db8::1]:5070>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
    Require: outbound
    Path: <sip:[2001:db8::3]:5080;lr;ob>
--- send      INVITE  dst=::1
--- expect    302  contact=<sip:b@[2001:db8::1]:5070>
