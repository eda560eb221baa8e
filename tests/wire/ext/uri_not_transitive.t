# NT G12 RFC 3261 19.1.4: security=on and security=off both equal none, and not each other: the answer does not depend on chance
--- send      REGISTER  contact=<sip:carol@chicago.com;security=on>
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:carol@chicago.com;security=off>
--- expect    200  contacts=2
--- send      REGISTER  contact=<sip:carol@chicago.com>;expires=0
--- expect    200  contacts=0..1
--- send      REGISTER  contact=<sip:carol@chicago.com;security=on>  contact=<sip:carol@chicago.com;security=off>
--- expect    200  contacts=2
