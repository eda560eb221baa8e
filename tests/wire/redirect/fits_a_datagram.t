# R29 redirect_max_size: over UDP the lowest q go first, and one always stays
--- server    max_contacts=0
--- set       x50=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
--- for-each  100..129 REGISTER  contact=<sip:$n-$x50-$x50@phone.example.org>;q=0.$n  -> 200
--- send      INVITE
--- expect    302  max-size=1300  contacts=5..12
--- send      INVITE  transport=tcp
--- expect    302  contacts=30
