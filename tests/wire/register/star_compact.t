# U25 G8: "m:*" without a blank is the same wildcard
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  expires=0
    m:*
--- expect    200  contact=none
