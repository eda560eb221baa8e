# G5b N1: the user part is compared as it is
--- send      REGISTER  user=bob.$user  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  user=BOB.$user
--- expect    200  contact=none
