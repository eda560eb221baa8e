# U28 RFC 3261 12.2.2: a request inside of a dialog we know nothing of
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE  to-tag=abc
--- expect    481
--- send      BYE  to-tag=abc
--- expect    481
