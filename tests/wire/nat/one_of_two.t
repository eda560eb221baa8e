# What this caller cannot use is left out, the rest is offered
--- send      REGISTER  transport=tcp  contact=<sip:a@10.1.2.3:5060;transport=tcp>;q=0.9
--- expect    200  contacts=1
--- send      REGISTER  call-id=other@h  contact=<sip:b@phone.example.org>;q=0.1
--- expect    200  contacts=2
--- send      INVITE  from=127.0.0.13:5070
--- expect    302  contact=<sip:b@phone.example.org>;q=0.1
