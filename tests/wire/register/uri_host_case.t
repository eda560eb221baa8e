# G12 E1 RFC 3261 19.1.4: hosts are compared without case
--- send      REGISTER  contact=<sip:a@HOST.Example.ORG>
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:a@host.example.org>
--- expect    200  contacts=1
