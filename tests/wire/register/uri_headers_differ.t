# G12 N4 RFC 3261 19.1.4: header components count
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:a@phone.example.org?Subject=next%20meeting>
--- expect    200  contacts=2
