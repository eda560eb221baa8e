# O9 RFC 5626 6: no Flow-Timer where outbound was not used, nor in a refusal
--- server    flow_timer=120
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
    !Flow-Timer
    !Require
--- send      REGISTER
    Supported: path, outbound
    Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-phone
    Contact: <sip:b@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    439
    !Flow-Timer
    !Require
