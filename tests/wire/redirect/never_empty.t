# R29 R2: the first Contact goes out even when it alone is too large
--- server    redirect_max_size=300
--- set       x50=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
--- send      REGISTER  contact=<sip:$x50$x50$x50$x50$x50$x50$x50$x50@h.example.org>;q=0.9  contact=<sip:a@h.example.org>;q=0.1
--- expect    200  contacts=2
--- send      INVITE
--- expect    302  contact=<sip:$x50$x50$x50$x50$x50$x50$x50$x50@h.example.org>;q=0.9
