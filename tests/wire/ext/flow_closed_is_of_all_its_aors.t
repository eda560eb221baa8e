# O10 RFC 5626 7: a connection that is gone takes the bindings of every user that registered over it, and of no other
--- send      REGISTER  user=a.$user  transport=tcp  from=127.0.0.12:5081
    Supported: path, outbound
    Contact: <sip:a@phone.example.org;transport=tcp>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      REGISTER  user=b.$user  transport=tcp  from=127.0.0.12:5081
    Supported: path, outbound
    Contact: <sip:b@phone.example.org;transport=tcp>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      REGISTER  user=c.$user  transport=tcp  from=127.0.0.12:5082
    Supported: path, outbound
    Contact: <sip:c@phone.example.org;transport=tcp>;reg-id=1;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000a95a0e128>"
--- expect    200  contacts=1
--- close     127.0.0.12:5081
--- pass      100ms
--- send      INVITE  user=a.$user
--- expect    480
--- send      INVITE  user=b.$user
--- expect    480
--- send      INVITE  user=c.$user
--- expect    302  contact=<sip:c@phone.example.org;transport=tcp>
