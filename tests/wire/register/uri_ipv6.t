# G12 E4 RFC 5954 4.1: IPv6 addresses are compared as addresses
--- send      REGISTER  contact=<sip:a@[2001:db8::9:1]:5070>
--- expect    200  contact=<sip:a@[2001:db8::9:1]:5070>;expires=3600
--- send      REGISTER  contact=<sip:a@[2001:DB8:0:0:0:0:9:1]:5070>
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:a@[2001:db8::9:2]:5070>
--- expect    200  contacts=2
