# X3 RFC 3581 4: the reply comes from the address that was asked
--- send      REGISTER  dst=127.0.0.21  contact=<sip:a@phone.example.org>
--- expect    200
--- send      INVITE  dst=127.0.0.21
--- expect    302
--- send      INVITE  dst=127.0.0.11
--- expect    302
