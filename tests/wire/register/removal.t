# G20 RFC 3261 10.2.2: expires=0 removes that binding and no other, and it is not listed
--- send      REGISTER  contact=<sip:a@phone.example.org>  contact=<sip:b@phone.example.org>
--- expect    200  contacts=2
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=0
--- expect    200  contact=<sip:b@phone.example.org>;expires=3600
--- send      REGISTER  contact=<sip:nobody@phone.example.org>;expires=0
--- expect    200  contact=<sip:b@phone.example.org>;expires=3600
