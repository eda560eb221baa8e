# Ten wrong passwords and the source gets no answer any more; an operator sees the ban and lifts it
--- server    alone def=WITH_AUTH def=WITH_ANTIFLOOD def=FAILURES=3 users=3
--- send      REGISTER  user=u1  from=127.0.0.14:5070
--- expect    401
--- for-each  1..3  REGISTER  user=u1  from=127.0.0.14:5070  auth=u1:guess$n  -> 401
--- send      REGISTER  user=u1  from=127.0.0.14:5070
--- send      OPTIONS  uri=sip:example.com  from=127.0.0.14:5071
--- expect-nothing 300ms
--- expect-rpc  htable.dump banned -> ok
    name: 127.0.0.14
    value: wrong passwords, the last one for u1
--- expect-rpc  htable.dump banned -> ok
    name: user::u1
    value: wrong passwords, the last one from 127.0.0.14

# the owner of the account, from an address that was never heard of, has to wait, and is told nothing
--- send      REGISTER  user=u1
--- expect    401
--- send      REGISTER  user=u1  contact=<sip:a@phone.example.org>  auth=u1:secret1
--- expect    401
    WWW-Authenticate: Digest realm="example.com", nonce="*", qop="auth", algorithm=MD5

--- expect-rpc  htable.delete banned 127.0.0.14 -> ok
--- expect-rpc  htable.delete banned user::u1 -> ok
--- send      REGISTER  user=u1  contact=<sip:a@phone.example.org>  auth=u1:secret1
--- expect    200
--- send      OPTIONS  uri=sip:example.com  from=127.0.0.14:5071
--- expect    200
