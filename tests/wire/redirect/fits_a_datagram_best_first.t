# R29: what is kept are the highest q
--- server    max_contacts=0 redirect_max_size=600
--- set       x50=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
--- send      REGISTER  contact=<sip:low-$x50-$x50@h.example.org>;q=0.1  contact=<sip:high-$x50-$x50@h.example.org>;q=0.9  contact=<sip:middle-$x50-$x50@h.example.org>;q=0.5
--- expect    200  contacts=3
--- send      INVITE
--- expect    302  max-size=600  contact=<sip:high-$x50-$x50@h.example.org>;q=0.9
