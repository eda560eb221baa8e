# R11 RFC 3261 21.3.1: several Contacts are still a 302, never a 305
--- send      REGISTER  contact=<sip:a@h.example.org>  contact=<sip:b@h.example.org>
--- expect    200  contacts=2
--- send      INVITE
--- expect    302  contact=<sip:a@h.example.org>  contact=<sip:b@h.example.org>
