# G19 RFC 3261 20.10: q comes back, and one that is none is refused
--- log       <core>
--- send      REGISTER  contact=<sip:a@phone.example.org>;q=0.125
--- expect    200  contact=<sip:a@phone.example.org>;q=0.125;expires=3600
--- send      REGISTER  contact=<sip:a@phone.example.org>;q=1.5
--- expect    400
--- send      REGISTER  contact=<sip:a@phone.example.org>;q=high
--- expect    400
--- send      REGISTER
--- expect    200  contact=<sip:a@phone.example.org>;q=0.125;expires=3600
