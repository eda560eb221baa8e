# G3 a wrong password, an unknown user, an SQL statement: one answer for all, and it says nothing
--- server    def=WITH_AUTH users=9
--- for-each  1..1  REGISTER  user=u5  -> 401
--- send      REGISTER  user=u5  contact=<sip:a@phone.example.org>  auth=u5:wrong
--- expect    401  reason="Unauthorized"
    WWW-Authenticate: Digest realm="example.com", nonce="*", qop="auth", algorithm=MD5
--- send      REGISTER  user=nobody  contact=<sip:a@phone.example.org>  auth=nobody:wrong
--- expect    401  reason="Unauthorized"
    WWW-Authenticate: Digest realm="example.com", nonce="*", qop="auth", algorithm=MD5
--- send      REGISTER  user=u5  contact=<sip:a@phone.example.org>  auth="u5' OR '1'='1:wrong"
--- expect    401  reason="Unauthorized"
    WWW-Authenticate: Digest realm="example.com", nonce="*", qop="auth", algorithm=MD5
--- send      REGISTER  user=u5  contact=<sip:a@phone.example.org>  auth=";DROP TABLE subscriber;--:wrong"
--- expect    401
--- send      REGISTER  user=u5  contact=<sip:a@phone.example.org>  auth=%755:secret5
--- expect    401
--- send      REGISTER  user=u5  contact=<sip:a@phone.example.org>  auth=:secret5
--- expect    400|401
--- send      REGISTER  user=u5
--- expect    401
--- send      REGISTER  user=u5  contact=<sip:a@phone.example.org>  auth=u5:secret5
--- expect    200
