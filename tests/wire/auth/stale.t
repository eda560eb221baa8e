# K4 RFC 7616 3.3: a nonce that has grown old: stale=true, and the phone need not ask its owner
--- server    def=WITH_AUTH def=NONCE_SECONDS=1 users=2
--- send      REGISTER  user=u1
--- expect    401
--- pass      2500ms
--- send      REGISTER  user=u1  contact=<sip:a@phone.example.org>  auth=u1:secret1
--- expect    401
    WWW-Authenticate: Digest realm="example.com", nonce="*", qop="auth", stale=true, algorithm=MD5
--- send      REGISTER  user=u1  contact=<sip:a@phone.example.org>  auth=u1:secret1
--- expect    200  contacts=1
