# O6: Supported: outbound alone, without a reg-id, is no use of it
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@192.0.2.1>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
    !Require
