# U21 G22 RFC 3261 8.2.7: a late copy of the REGISTER does not prolong the binding
--- send      REGISTER  contact=<sip:a@phone.example.org>  expires=600
--- expect    200  contact=<sip:a@phone.example.org>;expires=600
--- pass      2100ms
--- repeat-last
--- expect    200  contact=<sip:a@phone.example.org>;expires=597..598
