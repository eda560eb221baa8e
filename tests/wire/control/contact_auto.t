# redirect_contact="auto" is the default: private from elsewhere gets the source, public is taken at its word, a neighbour the Contact
--- send      REGISTER  from=127.0.0.14:5088  contact=<sip:a@192.168.0.21:49831>;q=0.9  contact=<sip:b@phone.example.org>;q=0.5
--- expect    200  contacts=2
--- send      INVITE  from=127.0.0.13:5070
--- expect    302  contact=<sip:a@127.0.0.14:5088>;q=0.9  contact=<sip:b@phone.example.org>;q=0.5
--- send      INVITE  from=127.0.0.14:5099
--- expect    302  contact=<sip:a@192.168.0.21:49831>;q=0.9  contact=<sip:b@phone.example.org>;q=0.5
