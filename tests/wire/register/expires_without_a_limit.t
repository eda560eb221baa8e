# G21 max_expires=0: the largest lifetime of all is still one
--- server    max_expires=0
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=4294967295
--- expect    200  contact=<sip:a@phone.example.org>;expires=86401..4294967295
--- send      REGISTER
--- expect    200  contact=<sip:a@phone.example.org>;expires=86401..4294967295
--- send      REGISTER  contact=<sip:a@phone.example.org>  expires=4294967296
--- expect    200  contact=<sip:a@phone.example.org>;expires=86401..4294967295
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>
