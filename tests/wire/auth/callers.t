# R30 RFC 3261 26.3.2: WITH_AUTH_INVITE a caller needs a password, by 401; an ACK and a CANCEL are never challenged
--- server    def=WITH_AUTH def=WITH_AUTH_INVITE users=3
--- send      REGISTER  user=u1
--- expect    401
--- send      REGISTER  user=u1  contact=<sip:a@phone.example.org>  auth=u1:secret1
--- expect    200
--- send      INVITE  user=u1
--- expect    401
    WWW-Authenticate: Digest realm="example.com", nonce="*", qop="auth", algorithm=MD5
    !Proxy-Authenticate
--- ack
--- expect-nothing 200ms
--- send      CANCEL  user=u1
--- expect    481
    !WWW-Authenticate
--- send      INVITE  user=u1  auth=u2:secret2
--- expect    302  contact=<sip:a@phone.example.org>
--- ack
--- expect-nothing 200ms
--- send      INVITE  user=u1  auth=u2:secret2
--- expect    401
--- send      MESSAGE  user=u1  auth=u2:wrong
--- expect    401
--- send      OPTIONS  uri=sip:example.com  user=u1
--- expect    200
