# G21 RFC 3261 20.19: an Expires header of 2^32 is a long time, not zero
--- send      REGISTER  contact=<sip:a@phone.example.org>  expires=4294967296
--- expect    200  contact=<sip:a@phone.example.org>;expires=86400
--- send      REGISTER  contact=<sip:a@phone.example.org>  expires=99999999999
--- expect    200  contact=<sip:a@phone.example.org>;expires=86400
--- send      REGISTER  contact=<sip:a@phone.example.org>  expires=4294967295
--- expect    200  contact=<sip:a@phone.example.org>;expires=86400
