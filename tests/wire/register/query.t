# G6 RFC 3261 10.3 (6): without a Contact nothing changes and the current bindings are told
--- send      REGISTER
--- expect    200  contact=none

--- send      REGISTER  contact=<sip:a@phone.example.org>  expires=600
--- expect    200  contact=<sip:a@phone.example.org>;expires=600

--- send      REGISTER  call-id=somebody-else@h
--- expect    200  contact=<sip:a@phone.example.org>;expires=600

--- send      REGISTER  expires=0
--- expect    200  contact=<sip:a@phone.example.org>;expires=600
