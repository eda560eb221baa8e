# nat_detect="never": every Contact is taken at its word
--- server    nat_detect=never
--- send      REGISTER  from=127.0.0.12:40000  contact=<sip:a@10.1.2.3:5060>
--- expect    200  contacts=1
--- send      INVITE  from=127.0.0.13:5070
--- expect    302  contact=<sip:a@10.1.2.3:5060>
