# G5b RFC 3261 10.3 (5): escapes undone, URI parameters dropped, the host without case
--- send      REGISTER  user=abc.$user  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  to=sip:%61b%63.$user@EXAMPLE.com;user=phone
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
--- send      INVITE  uri=sip:%61bc.$user@Example.COM;transport=udp
--- expect    302  contact=<sip:a@phone.example.org>
