# O10 R19 RFC 5626 7: when the better flow of a phone is gone, the other one is offered
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:udp@phone.example.org>;q=0.2;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      REGISTER  transport=tcp
    Supported: path, outbound
    Contact: <sip:tcp@phone.example.org;transport=tcp>;q=0.9;reg-id=2;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=2
--- send      INVITE
--- expect    302  contact=<sip:tcp@phone.example.org;transport=tcp>;q=0.9
--- close
--- pass      100ms
--- send      INVITE
--- expect    302  contact=<sip:udp@phone.example.org>;q=0.2
