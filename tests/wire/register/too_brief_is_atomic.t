# G11 G16: one Contact that asks for too little, and none of the others changes
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=0  contact=<sip:b@phone.example.org>;expires=30
--- expect    423
    Min-Expires: 60
--- send      REGISTER
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
