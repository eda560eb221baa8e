# bindings_expired counts what ended by itself, and the gauges follow
--- server    alone min_expires=1
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=1  contact=<sip:b@phone.example.org>
--- expect    200
--- stat      reg302:bindings +2
--- stat      reg302:bindings_expired +1  within=5s
--- stat      reg302:bindings +1
--- stat      reg302:aors +1
