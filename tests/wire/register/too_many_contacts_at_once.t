# max_contacts, refuse: also when they all come in one REGISTER
--- server    max_contacts=2
--- send      REGISTER  contact=<sip:a@phone.example.org>  contact=<sip:b@phone.example.org>  contact=<sip:c@phone.example.org>
--- expect    403  reason="Too Many Contacts"
--- send      REGISTER
--- expect    200  contact=none
