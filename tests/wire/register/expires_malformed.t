# G21 RFC 3261 20.10: a malformed lifetime counts as 3600
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=abc
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=-1
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=600x
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=abc  expires=700
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
