# U25 RFC 3261 7.3.1: a comma-separated list is the same as several header fields, in the same order
--- send      REGISTER
    Contact: <sip:first@phone.example.org>, <sip:second@phone.example.org>;expires=700,<sip:third@phone.example.org>
    Contact: <sip:fourth@phone.example.org>
--- expect    200
    Contact: <sip:first@phone.example.org>;expires=3600, <sip:second@phone.example.org>;expires=700
    Contact: <sip:third@phone.example.org>;expires=3600, <sip:fourth@phone.example.org>;expires=3600
