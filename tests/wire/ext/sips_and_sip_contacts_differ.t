# N6 R20 RFC 3261 19.1.4, RFC 5630 5.4: sip: and sips: at the same place are two Contacts, each offered as it is
--- send      REGISTER  contact=<sip:a@phone.example.org>;q=0.5
--- expect    200  contacts=1
--- send      REGISTER  uri=sips:example.com  contact=<sips:a@phone.example.org>;q=0.9
--- expect    200  contacts=2
--- send      INVITE
--- expect    302  contact=<sips:a@phone.example.org>;q=0.9  contact=<sip:a@phone.example.org>;q=0.5
--- send      INVITE  uri=sips:$user@example.com
--- expect    302  contact=<sips:a@phone.example.org>;q=0.9  contact=<sip:a@phone.example.org>;q=0.5
