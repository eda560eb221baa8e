# Wrong passwords in the name of another source, with a nonce that was sent to one's own, ban nobody there
--- server    alone def=WITH_AUTH def=WITH_ANTIFLOOD def=FAILURES=2 users=2
--- send      REGISTER  user=u2
--- expect    401
--- set       mine=$nonce
--- for-each  1..4  REGISTER  user=u2  from=127.0.0.18:5070  auth=u2:guess$n  nonce=$mine  -> 401
--- expect-rpc  htable.dump failures -> ok
    !127.0.0.18
    !user::u2
--- send      REGISTER  user=u2  from=127.0.0.18:5070
--- expect    401
--- send      REGISTER  user=u2  from=127.0.0.18:5070  contact=<sip:a@phone.example.org>  auth=u2:secret2
--- expect    200
