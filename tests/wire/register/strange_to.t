# U6 G5 RFC 3261 8.2.2.1: a number in To is a user; a To we cannot serve is refused, never an internal error
--- send      REGISTER  to=tel:+15551234  contact=<sip:a@phone.example.org>
--- expect    200
--- log       <core>
--- send      REGISTER  to=mailto:a@example.com  contact=<sip:a@phone.example.org>
--- expect    400|403|404
--- send      REGISTER  to=sip:example.com  contact=<sip:a@phone.example.org>
--- expect    400|403|404
