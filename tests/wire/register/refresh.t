# G13 RFC 3261 10.3 (7): the same Contact with a higher CSeq gets the new lifetime
--- send      REGISTER  contact=<sip:a@phone.example.org>  expires=600
--- expect    200  contact=<sip:a@phone.example.org>;expires=600

--- send      REGISTER  contact=<sip:a@phone.example.org>  expires=1200
--- expect    200  contact=<sip:a@phone.example.org>;expires=1200

--- send      REGISTER  contact=<sip:a@phone.example.org>  expires=100
--- expect    200  contact=<sip:a@phone.example.org>;expires=100
