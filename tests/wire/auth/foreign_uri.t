# U27 RFC 3261 22.4: the uri of the credentials must be one of this server's; it need not be the Request-URI
--- server    def=WITH_AUTH users=9
--- send      REGISTER  user=u9
--- expect    401
--- send      REGISTER  user=u9  contact=<sip:a@phone.example.org>  auth=u9:secret9  digest-uri=sip:evil.example.org
--- expect    401
--- send      REGISTER  user=u9  contact=<sip:a@phone.example.org>  auth=u9:secret9  digest-uri=sip:127.0.0.11
--- expect    200  contacts=1
