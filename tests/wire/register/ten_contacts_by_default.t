# max_contacts=10 is the default
--- for-each  1..10 REGISTER  contact=<sip:a@192.0.2.$n>  -> 200
--- send      REGISTER  contact=<sip:a@192.0.2.11>
--- expect    403
--- send      REGISTER
--- expect    200  contacts=10
