# R13 U8: a domain that is not ours
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE  uri=sip:$user@example.net
--- expect    404
--- send      INVITE  uri=sip:$user@192.0.2.200
--- expect    404
