# G3 K3 RFC 3261 10.3 (3): a REGISTER without credentials gets 401 with one challenge, the right answer to it 200
--- server    def=WITH_AUTH users=9
--- send      REGISTER  user=u1  contact=<sip:a@phone.example.org>
--- expect    401
    WWW-Authenticate: Digest realm="example.com", nonce="*", qop="auth", algorithm=MD5
    !Retry-After
--- send      REGISTER  user=u1
--- expect    401
--- send      REGISTER  user=u1  contact=<sip:a@phone.example.org>  auth=u1:secret1
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
    !WWW-Authenticate
--- send      INVITE  user=u1
--- expect    302  contact=<sip:a@phone.example.org>
# some phones give their address as the name
--- send      REGISTER  user=u1
--- expect    401
--- send      REGISTER  user=u1  auth=u1@example.com:secret1
--- expect    200  contacts=1
# the account of the AOR is found in a To that is written in another way
--- send      REGISTER  user=u1  to=sip:%751@example.com
--- expect    401
--- send      REGISTER  user=u1  to=sip:%751@example.com;user=phone  auth=u1:secret1
--- expect    200  contacts=1
