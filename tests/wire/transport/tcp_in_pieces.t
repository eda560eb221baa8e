# X7 RFC 3261 18.3: one request in many segments is one request
--- send      REGISTER  transport=tcp  chunk=7  contact=<sip:a@phone.example.org>
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
--- send      INVITE  transport=tcp  chunk=1
--- expect    302  contact=<sip:a@phone.example.org>
