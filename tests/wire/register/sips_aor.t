# SI1 RFC 5630 5.2: sip:AoR and sips:AoR are the same AoR
--- send      REGISTER  to=sips:$user@example.com  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>
