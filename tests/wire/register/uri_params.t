# G12 E1 E2 RFC 3261 19.1.4: parameters in any order and case; an unknown one on one side only does not count
--- send      REGISTER  contact=<sip:a@phone.example.org;transport=TCP;ob>
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:a@phone.example.org;ob;Transport=tcp>
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:a@phone.example.org;transport=tcp;newparam=5>
--- expect    200  contacts=1
