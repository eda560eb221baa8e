# O7 O10 RFC 5626 6: a phone that has opened another connection is there; that the old one ends later does not matter
--- send      REGISTER  transport=tcp  from=127.0.0.12:5077
    Supported: path, outbound
    Contact: <sip:a@phone.example.org;transport=tcp>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      REGISTER  transport=tcp  from=127.0.0.12:5078
    Supported: path, outbound
    Contact: <sip:a@phone.example.org;transport=tcp>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- close     127.0.0.12:5077
--- pass      100ms
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org;transport=tcp>
--- close     127.0.0.12:5078
--- pass      100ms
--- send      INVITE
--- expect    480
