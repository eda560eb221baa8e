# Who has registered from an address goes on there, though others guess behind the same address or for the same user
--- server    alone def=WITH_AUTH def=WITH_ANTIFLOOD def=FAILURES=2 users=3
--- send      REGISTER  user=u1
--- expect    401
--- send      REGISTER  user=u1  contact=<sip:a@phone.example.org>  auth=u1:secret1
--- expect    200
# the same router, another user
--- send      REGISTER  user=u2  from=127.0.0.12:5080
--- expect    401
--- for-each  1..2  REGISTER  user=u2  from=127.0.0.12:5080  auth=u2:guess$n  -> 401
--- send      REGISTER  user=u2  from=127.0.0.12:5080
--- expect-nothing 300ms
--- send      REGISTER  user=u1
--- expect    401
--- send      REGISTER  user=u1  contact=<sip:a@phone.example.org>  auth=u1:secret1
--- expect    200
# somewhere else, the same user
--- send      REGISTER  user=u1  from=127.0.0.15:5070
--- expect    401
--- for-each  1..2  REGISTER  user=u1  from=127.0.0.15:5070  auth=u1:guess$n  -> 401
--- send      REGISTER  user=u1
--- expect    401
--- send      REGISTER  user=u1  contact=<sip:a@phone.example.org>  auth=u1:secret1
--- expect    200
# but not when it begins to guess
--- send      REGISTER  user=u1
--- expect    401
--- send      REGISTER  user=u1  auth=u1:wrong
--- expect    401
--- send      REGISTER  user=u1
--- expect-nothing 300ms
