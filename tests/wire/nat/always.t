# nat_detect="always": every Contact is taken for one behind a NAT
--- server    nat_detect=always
--- send      REGISTER  from=127.0.0.12:40000  contact=<sip:a@203.0.113.5:5060>
--- expect    200  contacts=1
--- send      INVITE  from=127.0.0.13:5070
--- expect    302  contact=<sip:a@127.0.0.12:40000>
--- send      INVITE  from=127.0.0.12:5070
--- expect    302  contact=<sip:a@203.0.113.5:5060>
