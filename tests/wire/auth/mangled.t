# G3 mangled credentials are none: 401, and not a line in the log
--- server    def=WITH_AUTH users=9
--- send      REGISTER  user=u5
    Authorization: foo
--- expect    401
--- send      REGISTER  user=u5
    Authorization: Basic dTU6c2VjcmV0NQ==
--- expect    401
--- send      REGISTER  user=u5
    Authorization: Digest
--- expect    401
--- send      REGISTER  user=u5
    Authorization: Digest username="u5", realm="example.com"
--- expect    401
--- send      REGISTER  user=u5
    Authorization: Digest username=, realm="example.com", nonce="", uri="", response=""
--- expect    401
--- send      REGISTER  user=u5
    Authorization: Digest username="u5", realm="example.com", nonce="x", uri="sip:example.com", response="y", qop=auth
--- expect    401
--- send      REGISTER  user=u5
    Authorization: Digest username="u5","
--- expect    401
--- send      REGISTER  user=u5
    Authorization: Digest a="b",
--- expect    401
--- send      REGISTER  user=u5  contact=<sip:a@phone.example.org>  auth=u5:secret5
--- expect    200
