# O10 RFC 5626 7: a connection that is gone is no target: 480, until the phone opens another one
--- send      REGISTER  transport=tcp
    Supported: path, outbound
    Contact: <sip:a@phone.example.org;transport=tcp>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org;transport=tcp>
--- close
--- pass      100ms
--- send      INVITE
--- expect    480
--- send      REGISTER  transport=tcp
    Supported: path, outbound
    Contact: <sip:b@phone.example.org;transport=tcp>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  contact=<sip:b@phone.example.org;transport=tcp>
