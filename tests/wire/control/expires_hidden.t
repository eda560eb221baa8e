# R6 redirect_expires=0 is the default: no lifetime in the Contacts, and no Expires header field
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=600
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>
    !Expires
