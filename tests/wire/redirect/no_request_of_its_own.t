# R1 RFC 3261 8.3: the server redirects; it sends the callee nothing
--- listen    127.0.0.15:5075
--- send      REGISTER  from=127.0.0.15:5075  contact=<sip:a@127.0.0.15:5075>
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  contact=<sip:a@127.0.0.15:5075>
--- ack
--- expect-nothing  300ms
