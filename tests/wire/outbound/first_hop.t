# O1 O6 RFC 5626 6: asked for and possible: the 200 says Require: outbound
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@192.0.2.1>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
    Require: outbound
