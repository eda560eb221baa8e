# U1: a refusal tells nothing of the REGISTER before it, of another user
--- log       <core>
--- send      REGISTER  user=first.$user  contact=<sip:secret@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  user=second.$user  contact=<sip:b@phone.example.org>;expires=10
--- expect    423  contact=none
--- send      REGISTER  user=second.$user  contact=*
--- expect    400  contact=none
--- send      REGISTER  user=second.$user
--- expect    200  contact=none
