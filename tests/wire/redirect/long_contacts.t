# R5: twelve Contacts of 400 bytes all arrive when there is no limit on the size
--- server    max_contacts=0 redirect_max_size=0
--- set       x50=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
--- for-each  1..12 REGISTER  contact=<sip:$n-$x50$x50$x50$x50$x50$x50$x50$x50@h.example.org>  -> 200
--- send      INVITE
--- expect    302  contacts=12
