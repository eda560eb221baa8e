# G10 RFC 3261 10.3 (7): lifetimes are shortened by up to expires_range percent, and a phone is told the same each time
--- server    expires_range=50

--- send      REGISTER  contact=<sip:a@phone.example.org>  expires=3000
--- expect    200  contact=<sip:a@phone.example.org>;expires=1500..3000

# not below min_expires, and never 423 for it
--- send      REGISTER  user=b  contact=<sip:a@phone.example.org>  expires=60
--- expect    200  contact=<sip:a@phone.example.org>;expires=60

--- send      REGISTER  user=c  contact=<sip:a@phone.example.org>  expires=65
--- expect    200  contact=<sip:a@phone.example.org>;expires=60..65
