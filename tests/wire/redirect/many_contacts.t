# R5: a hundred Contacts, where stock Kamailio stops at twelve
--- server    max_contacts=0 redirect_max_size=0
--- for-each  1..100 REGISTER  contact=<sip:a@192.0.2.$n>  -> 200
--- send      REGISTER
--- expect    200  contacts=100
--- send      INVITE
--- expect    302  contacts=100
