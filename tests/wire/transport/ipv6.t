# X1-X3 over IPv6
--- send      REGISTER  dst=::1  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE  dst=::1
--- expect    302  contact=<sip:a@phone.example.org>
