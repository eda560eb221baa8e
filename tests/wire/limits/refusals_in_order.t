# U1 U2: of several reasons to refuse one is given and counted once, and none of them changes anything
--- server    max_contacts=3
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER
    Require: nosuchthing
    Contact: <sip:b@phone.example.org>;expires=3, <sip:c@phone.example.org>, <sip:d@phone.example.org>, <sip:e@phone.example.org>
--- expect    420
--- stat      reg302:register_refused_extension +1
--- stat      reg302:register_refused_interval +0
--- stat      reg302:register_refused_too_many +0
--- send      REGISTER
    Contact: <sip:b@phone.example.org>;expires=3, <sip:c@phone.example.org>, <sip:d@phone.example.org>, <sip:e@phone.example.org>
--- expect    423|403
--- send      REGISTER
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
