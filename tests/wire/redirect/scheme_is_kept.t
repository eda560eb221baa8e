# R20 RFC 5630 5.4: sips stays sips and sip stays sip, nothing is promoted
--- send      REGISTER  uri=sips:example.com  to=sips:$user@example.com  contact=<sips:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  contact=<sips:a@phone.example.org>
