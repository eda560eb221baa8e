# G10 G21 RFC 3261 10.3 (7): a lifetime may be shortened; one that overflows counts as the largest
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=100000
--- expect    200  contact=<sip:a@phone.example.org>;expires=86400
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=4294967295
--- expect    200  contact=<sip:a@phone.example.org>;expires=86400
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=4294967296
--- expect    200  contact=<sip:a@phone.example.org>;expires=86400
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=99999999999999999999999
--- expect    200  contact=<sip:a@phone.example.org>;expires=86400
