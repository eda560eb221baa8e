# U21 G22 T9 RFC 3261 8.2.7, 10.3: the same REGISTER again is answered like the first and changes nothing
--- send      REGISTER  contact=<sip:a@phone.example.org>  expires=600
--- expect    200  contact=<sip:a@phone.example.org>;expires=600
--- repeat-last
--- expect    200  contact=<sip:a@phone.example.org>;expires=600
--- stat      reg302:register_bound +1
--- stat      reg302:register_refreshed +0
--- stat      reg302:register_retransmitted +1
