# G23 RFC 3261 10.2: a REGISTER inside of a dialog has no meaning: it is answered like any other, or 481
--- send      REGISTER  to-tag=abc  contact=<sip:a@phone.example.org>
--- expect    200|481
