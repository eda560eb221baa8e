# O1 O6 RFC 5626 6: over a connection of its own as well; a query says it too only when it uses it
--- send      REGISTER  transport=tcp
    Supported: path, outbound
    Contact: <sip:a@phone.example.org;transport=tcp>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contact=<sip:a@phone.example.org;transport=tcp>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";expires=3600
    Require: outbound
    !Flow-Timer
--- send      REGISTER  transport=tcp
    Supported: path, outbound
--- expect    200  contacts=1
    !Require
