# O9 RFC 5626 6: flow_timer tells how often to keep the flow alive
--- server    flow_timer=120
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@192.0.2.1>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
    Flow-Timer: 120
    Require: outbound
