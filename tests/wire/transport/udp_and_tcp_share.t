# X6: what was registered over UDP is found over TCP
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE  transport=tcp
--- expect    302  contact=<sip:a@phone.example.org>
