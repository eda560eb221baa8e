# O3 RFC 5626 6: reg-id without an instance makes a plain binding
--- send      REGISTER  contact=<sip:a@192.0.2.1>;reg-id=1
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:b@192.0.2.1>;reg-id=1
--- expect    200  contacts=2
