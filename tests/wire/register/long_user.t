# G5b: a user part of 70 or 200 characters is a user
--- set       x10=abcdefghij
--- send      REGISTER  user=$x10$x10$x10$x10$x10$x10$x10  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE  user=$x10$x10$x10$x10$x10$x10$x10
--- expect    302  contact=<sip:a@phone.example.org>
--- send      REGISTER  user=$x10$x10$x10$x10$x10$x10$x10$x10$x10$x10$x10$x10$x10$x10$x10$x10$x10$x10$x10$x10  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
