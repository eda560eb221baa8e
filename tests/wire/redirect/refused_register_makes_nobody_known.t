# R12 R13 U1: a REGISTER that was refused does not make the user known
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=5
--- expect    423
--- send      INVITE
--- expect    404
