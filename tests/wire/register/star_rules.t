# G7 RFC 3261 10.3 (6): "*" alone and with Expires: 0, or 400 and nothing changes
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1

--- send      REGISTER  contact=*
--- expect    400  reason="Invalid Wildcard Contact"
--- send      REGISTER  contact=*  expires=60
--- expect    400  reason="Invalid Wildcard Contact"
--- send      REGISTER  contact=*  contact=<sip:b@phone.example.org>  expires=0
--- expect    400  reason="Invalid Wildcard Contact"
--- send      REGISTER  contact=<sip:b@phone.example.org>  contact=*  expires=0
--- expect    400  reason="Invalid Wildcard Contact"
--- send      REGISTER  expires=0
    Contact: <sip:b@phone.example.org>, *
--- log       <core>
--- expect    400
--- send      REGISTER  contact=*  contact=*  expires=0
--- expect    400

--- send      REGISTER
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
