# A refresh from another port, as a NAT that was restarted makes it, moves the way in
--- send      REGISTER  from=127.0.0.12:40000  contact=<sip:a@10.1.2.3:5060>
--- expect    200  contacts=1
--- send      REGISTER  from=127.0.0.14:40002  contact=<sip:a@10.1.2.3:5060>
--- expect    200  contacts=1
--- send      INVITE  from=127.0.0.13:5070
--- expect    302  contact=<sip:a@127.0.0.14:40002>
