# A public address that is also the sent-by of a Via from elsewhere: the client does not know its own
--- send      REGISTER  from=127.0.0.12:40000  sent-by=203.0.113.5:5060  contact=<sip:a@203.0.113.5:5060>
--- expect    200  contacts=1
--- send      INVITE  from=127.0.0.13:5070
--- expect    302  contact=<sip:a@127.0.0.12:40000>
--- send      INVITE  from=127.0.0.12:5070
--- expect    302  contact=<sip:a@203.0.113.5:5060>
