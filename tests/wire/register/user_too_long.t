# user_max_size, host_max_size: an AOR longer than that is refused, not cut
--- server    user_max_size=64
--- set       x10=abcdefghij
--- send      REGISTER  user=$x10$x10$x10$x10$x10$x10$x10  contact=<sip:a@h>
--- expect    400|403|404|414
--- send      INVITE  user=$x10$x10$x10$x10$x10$x10$x10
--- expect    404|414
--- send      REGISTER  user=$x10$x10$x10$x10$x10$x10  contact=<sip:a@h>
--- expect    200  contacts=1
