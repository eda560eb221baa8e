# X5: the binding outlives the connection it was made on
--- send      REGISTER  transport=tcp  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- close
--- send      INVITE  transport=tcp
--- expect    302  contact=<sip:a@phone.example.org>
