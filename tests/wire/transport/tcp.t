# X5 X6 RFC 3261 18.2: over TCP, on the same connection
--- send      REGISTER  transport=tcp  contact=<sip:a@phone.example.org>
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
--- send      INVITE  transport=tcp
--- expect    302  contact=<sip:a@phone.example.org>
--- ack
--- expect-nothing  100ms
--- stat      reg302:ack_absorbed +1
