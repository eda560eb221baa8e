# G12: the same Contact twice in one REGISTER is one binding, the last word counts or it is refused
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=600  contact=<sip:a@PHONE.example.org>;expires=700
--- expect    200|400
--- send      REGISTER
--- expect    200  contacts=0..1
