# G4b RFC 3261 10.3 (4): a third party registers a user with a grant in the table uri, and in that direction only
--- server    def=WITH_AUTH users=9
--- send      REGISTER  user=u1
--- expect    401
--- send      REGISTER  user=u1  call-id=third-party  contact=<sip:third@phone.example.org>  auth=u2:secret2
--- expect    200  contacts=1..2
--- send      REGISTER  user=u2
--- expect    401
--- send      REGISTER  user=u2  contact=<sip:third@phone.example.org>  auth=u1:secret1
--- expect    403
