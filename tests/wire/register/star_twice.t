# G8 U21: a retransmitted "*" is answered like the first, also for a user without bindings
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  contact=*  expires=0
--- expect    200  contact=none
--- repeat-last
--- expect    200  contact=none
