# A user who moved is found at the new place only
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=0  contact=<sip:b@other.example.org>
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  contact=<sip:b@other.example.org>
