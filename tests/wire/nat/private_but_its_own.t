# A private Contact that is where the REGISTER came from needs no help
--- send      REGISTER  from=127.0.0.12:40000  contact=<sip:a@127.0.0.12:5099>
--- expect    200  contacts=1
--- send      INVITE  from=127.0.0.13:5070
--- expect    302  contact=<sip:a@127.0.0.12:5099>
