# G1 G5 U8 RFC 3261 10.3 (1) and (5): a domain that is not ours, in the Request-URI or in To
--- send      REGISTER  uri=sip:example.net  to=sip:$user@example.net  contact=<sip:a@phone.example.org>
--- expect    404
--- send      REGISTER  to=sip:$user@example.net  contact=<sip:a@phone.example.org>
--- expect    404
--- send      REGISTER
--- expect    200  contact=none
