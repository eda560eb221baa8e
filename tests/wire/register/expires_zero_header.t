# G9 G20: Expires: 0 removes the Contacts named, except those with a lifetime of their own
--- send      REGISTER  contact=<sip:a@phone.example.org>  contact=<sip:b@phone.example.org>
--- expect    200  contacts=2
--- send      REGISTER  contact=<sip:a@phone.example.org>  contact=<sip:b@phone.example.org>;expires=500  expires=0
--- expect    200  contact=<sip:b@phone.example.org>;expires=500
