# O10 G17 RFC 3261 10.3 (8): a binding over a connection that is gone ends with its lifetime: it is listed, and a query may find it
--- send      REGISTER  transport=tcp
    Supported: path, outbound
    Contact: <sip:a@phone.example.org;transport=tcp>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- close
--- pass      100ms
--- send      REGISTER
--- expect    200  contacts=0..1
--- send      INVITE
--- expect    480
--- send      REGISTER  contact=*  expires=0
--- expect    200  contact=none
