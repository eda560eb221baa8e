# a 200 that leaves after its commit takes the way of its request: another socket, another address, a name in the Via, TCP, IPv6
--- server    cfg=reply/hooks.cfg sql=later/database.sql db_timeout_ms=30000
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
--- send      REGISTER  dst=127.0.0.21  from=127.0.0.13:5077  contact=<sip:b@phone.example.org>
--- expect    200  contacts=2
--- send      REGISTER  dst=127.0.0.21  from=127.0.0.13:5078  sent-by=phone.example.org  contact=<sip:c@phone.example.org>
    Via: SIP/2.0/UDP p1.example.org;branch=z9hG4bK-below
--- expect    200  contacts=3
--- send      REGISTER  transport=tcp  contact=<sip:d@phone.example.org>
--- expect    200  contacts=4
--- send      REGISTER  dst=::1  contact=<sip:e@phone.example.org>
--- expect    200  contacts=5
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=0
--- expect    200  contacts=4
--- repeat-last
--- expect    200  contacts=4
