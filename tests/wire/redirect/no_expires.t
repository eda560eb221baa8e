# R6 RFC 3261 8.3: without redirect_expires a 302 is good once: no lifetime in it
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=600
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>
    !Expires
