# R12 RFC 3261 21.4.18: a user who was here and has no binding now
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  contact=*  expires=0
--- expect    200  contact=none
--- send      INVITE
--- expect    480  reason="Temporarily Unavailable"
