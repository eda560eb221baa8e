# O6 U13 RFC 3261 8.2.4: no Supported: outbound, no Require: outbound
--- send      REGISTER
    Contact: <sip:a@192.0.2.1>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
    !Require
    !Flow-Timer
