# max_contacts, replace_oldest: the binding that was renewed longest ago makes room
--- server    max_contacts=2  on_max_contacts=replace_oldest
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- pass      1100ms
--- send      REGISTER  contact=<sip:b@phone.example.org>
--- expect    200  contacts=2
--- pass      1100ms
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=2

--- send      REGISTER  contact=<sip:c@phone.example.org>
--- expect    200  any-order  contact=<sip:a@phone.example.org>;*  contact=<sip:c@phone.example.org>;expires=3600
--- stat      reg302:bindings_evicted +1
