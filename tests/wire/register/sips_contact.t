# SI2 U1 RFC 5630 5.2: a SIPS Contact in a REGISTER to a SIP URI, or beside a SIP Contact, is 400
--- send      REGISTER  contact=<sips:a@phone.example.org>
--- expect    400
--- send      REGISTER  uri=sips:example.com  to=sips:$user@example.com  contact=<sips:a@phone.example.org>  contact=<sip:b@phone.example.org>
--- expect    400
--- send      REGISTER
--- expect    200  contact=none
