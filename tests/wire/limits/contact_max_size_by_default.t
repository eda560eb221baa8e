# contact_max_size=512 by default: 512 bytes are bound and sent in a 302, 513 are 400
--- set       x50=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
--- send      REGISTER  contact=<sip:$x50$x50$x50$x50$x50$x50$x50$x50$x50$x50@example1>
--- expect    400  reason="Field Too Long"
--- send      REGISTER  contact=<sip:$x50$x50$x50$x50$x50$x50$x50$x50$x50$x50@example>
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  contacts=1
