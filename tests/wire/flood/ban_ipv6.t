# A source of IPv6 is its /64: who has one address there has them all
--- server    alone def=WITH_AUTH def=WITH_ANTIFLOOD def=FAILURES=2 users=2
--- send      REGISTER  user=u1  dst=::1
--- expect    401
--- for-each  1..2  REGISTER  user=u1  dst=::1  auth=u1:guess$n  -> 401
--- send      REGISTER  user=u1  dst=::1
--- expect-nothing 300ms
--- expect-rpc  htable.dump banned -> ok
    name: ::/64
--- send      REGISTER  user=u2
--- expect    401
