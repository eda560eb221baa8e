# R6 redirect_expires=1: the lifetime told to the caller is at most what the binding has left
--- server    redirect_expires=1
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=600
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>;expires=1..600
