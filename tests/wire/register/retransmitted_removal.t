# U21 G20: an un-REGISTER that comes twice is answered twice
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=0
--- expect    200  contact=none
--- repeat-last
--- expect    200  contact=none
