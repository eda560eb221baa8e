# contact_max_size=512: a longer Contact URI is 400, one that just fits is bound
--- set       x50=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
--- send      REGISTER  contact=<sip:$x50$x50$x50$x50$x50$x50$x50$x50$x50$x50@192.0.2.1>
--- expect    400
--- send      REGISTER
--- expect    200  contact=none
--- send      REGISTER  contact=<sip:$x50$x50$x50$x50$x50$x50$x50$x50$x50@192.0.2.1>
--- expect    200  contacts=1
