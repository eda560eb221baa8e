# G11 G10 RFC 3261 10.3 (7): 423 only below an hour, and no lifetime is made longer than asked
--- server    min_expires=7200 default_expires=7200
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=4000
--- expect    200  contact=<sip:a@phone.example.org>;expires=4000
--- send      REGISTER  contact=<sip:b@phone.example.org>;expires=3600
--- expect    200  any-order  contact=<sip:a@phone.example.org>;*  contact=<sip:b@phone.example.org>;expires=3600
--- send      REGISTER  contact=<sip:c@phone.example.org>;expires=3599
--- expect    423
    Min-Expires: 7200
--- send      REGISTER  contact=<sip:c@phone.example.org>;expires=0
--- expect    200  contacts=2
