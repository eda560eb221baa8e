# R12 R13 remember_users: who was away for that long is not known any more
--- server    remember_users=1 min_expires=1
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=0
--- expect    200  contact=none
--- pass      3s
--- send      INVITE
--- expect    404
