# R16 RFC 3261 16.3: a redirect server does not count hops
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE
    Max-Forwards: 0
--- expect    302  contact=<sip:a@phone.example.org>
--- send      INVITE
    !Max-Forwards
--- expect    302  contact=<sip:a@phone.example.org>
