# FP1 G17: expires and q of the request are not repeated beside ours; received is no parameter of the phone's to set
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=600;q=0.5;x=y
--- expect    200  contact=<sip:a@phone.example.org>;expires=600;q=0.5;x=y
--- send      REGISTER  contact=<sip:a@phone.example.org>;EXPIRES=700;Q=0.4;x=y
--- expect    200  contact=<sip:a@phone.example.org>;expires=700;q=0.4;x=y
