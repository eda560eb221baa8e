# G11 U1 RFC 3261 10.3 (7), 21.4.17: too short a lifetime is refused with Min-Expires, not raised
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=30
--- expect    423  reason="Interval Too Brief"
    Min-Expires: 60
--- send      REGISTER  contact=<sip:a@phone.example.org>  expires=59
--- expect    423
    Min-Expires: 60
--- send      REGISTER
--- expect    200  contact=none
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=60
--- expect    200  contact=<sip:a@phone.example.org>;expires=60
