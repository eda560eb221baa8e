# max_contacts, refuse: one more is 403 and changes nothing; a refresh or an exchange goes on
--- server    max_contacts=2
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:b@phone.example.org>
--- expect    200  contacts=2

--- send      REGISTER  contact=<sip:c@phone.example.org>
--- expect    403  reason="Too Many Contacts"
--- send      REGISTER
--- expect    200  any-order  contact=<sip:a@phone.example.org>;expires=3600  contact=<sip:b@phone.example.org>;expires=3600

--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=900
--- expect    200  any-order  contact=<sip:a@phone.example.org>;expires=900  contact=<sip:b@phone.example.org>;expires=3600
--- send      REGISTER  contact=<sip:c@phone.example.org>  contact=<sip:a@phone.example.org>;expires=0
--- expect    200  any-order  contact=<sip:b@phone.example.org>;expires=3600  contact=<sip:c@phone.example.org>;expires=3600
