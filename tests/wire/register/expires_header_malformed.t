# G21 RFC 3261 20.19: so does a malformed Expires header, the absolute date of RFC 2543 among them
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Expires: abc
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Expires: -1
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Expires: Thu, 01 Dec 2044 16:00:00 GMT
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
