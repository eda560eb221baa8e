# G9 RFC 3261 10.3 (7): the parameter goes before the header field, the header field before the default
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=700  contact=<sip:b@phone.example.org>  expires=900
--- expect    200  contact=<sip:a@phone.example.org>;expires=700  contact=<sip:b@phone.example.org>;expires=900
--- send      REGISTER  contact=<sip:b@phone.example.org>
--- expect    200  any-order  contact=<sip:a@phone.example.org>;expires=699..700  contact=<sip:b@phone.example.org>;expires=3600
