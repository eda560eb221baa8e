# K3 RFC 8760 2: WITH_SHA256 asks for SHA-256 and takes nothing less
--- server    def=WITH_AUTH def=WITH_SHA256 users=3
--- send      REGISTER  user=u1
--- expect    401
    WWW-Authenticate: Digest realm="example.com", nonce="*", qop="auth", algorithm=SHA-256
--- send      REGISTER  user=u1  contact=<sip:a@phone.example.org>  auth=u1:secret1
--- expect    200  contacts=1
--- send      REGISTER  user=u1
--- expect    401
--- send      REGISTER  user=u1  auth=u1@example.com:secret1
--- expect    200  contacts=1
--- send      REGISTER  user=u1
--- expect    401
--- send      REGISTER  user=u1  contact=<sip:b@phone.example.org>  auth=u1:secret2
--- expect    401
