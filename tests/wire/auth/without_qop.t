# K4 RFC 2069: a client without qop is let in, and its nonce is good once, too, whatever nc it makes up
--- server    def=WITH_AUTH users=9
--- send      REGISTER  user=u3
--- expect    401
--- send      REGISTER  user=u3  contact=<sip:a@phone.example.org>  auth=u3:secret3  qop=none
--- expect    200  contacts=1
--- send      REGISTER  user=u3  contact=<sip:a@phone.example.org>;expires=0  auth=u3:secret3  qop=none  with-nc  nc=00000002
--- expect    401
--- send      INVITE  user=u3
--- expect    302  contact=<sip:a@phone.example.org>
