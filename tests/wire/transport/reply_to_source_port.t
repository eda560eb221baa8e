# X3 RFC 3581 4: the reply goes to the source port, not to the one in sent-by
--- listen    127.0.0.12:5099
--- send      REGISTER  sent-by=127.0.0.12:5099  contact=<sip:a@phone.example.org>
--- expect    200
--- send      INVITE  sent-by=127.0.0.12:5099
--- expect    302
