# G12 E1 RFC 3261 19.1.4: an escaped character equals the plain one
--- send      REGISTER  contact=<sip:alice@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:%61lic%65@phone.example.org>
--- expect    200  contacts=1
