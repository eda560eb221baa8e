# R13: an INVITE that names no user
--- send      INVITE  uri=sip:example.com
--- expect    404|405|484
