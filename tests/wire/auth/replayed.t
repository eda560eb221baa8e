# K4 RFC 7616 3.3: a nonce is good once: what was overheard is worth nothing, and the phone is told to try a new one
--- server    def=WITH_AUTH users=9
--- send      REGISTER  user=u2
--- expect    401
--- send      REGISTER  user=u2  contact=<sip:a@phone.example.org>  auth=u2:secret2
--- expect    200  contacts=1
--- repeat-last
--- expect    401
    WWW-Authenticate: Digest realm="example.com", nonce="*", qop="auth", stale=true, algorithm=MD5
--- send      REGISTER  user=u2
--- expect    401
# to remove the binding with the credentials that made it
--- send      REGISTER  user=u2  contact=<sip:a@phone.example.org>  auth=u2:secret2
--- expect    200
--- send      REGISTER  user=u2  contact=<sip:a@phone.example.org>;expires=0  auth=u2:secret2  nc=00000002
--- expect    401
    WWW-Authenticate: Digest realm="example.com", nonce="*", qop="auth", stale=true, algorithm=MD5
--- send      INVITE  user=u2
--- expect    302  contacts=1
