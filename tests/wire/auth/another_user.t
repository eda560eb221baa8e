# G4 U1 RFC 3261 10.3 (4): who is somebody else gets 403 and changes nothing, whatever the request asks for
--- server    def=WITH_AUTH users=9
--- send      REGISTER  user=u6
--- expect    401
--- send      REGISTER  user=u6  contact=<sip:a@phone.example.org>  auth=u6:secret6
--- expect    200
--- send      REGISTER  user=u6
--- expect    401
--- send      REGISTER  user=u6  contact=<sip:evil@phone.example.org>  auth=u7:secret7
--- expect    403  reason="Forbidden"
--- send      REGISTER  user=u6
--- expect    401
--- send      REGISTER  user=u6  contact=*  expires=0  auth=u7:secret7
--- expect    403
--- send      REGISTER  user=u6
--- expect    401
# From is not what counts
--- send      REGISTER  user=u7  to=sip:u6@example.com  contact=<sip:evil@phone.example.org>  auth=u7:secret7
--- expect    403
# neither to look at somebody's bindings
--- send      REGISTER  user=u6
--- expect    401
--- send      REGISTER  user=u6  auth=u7:secret7
--- expect    403  contact=none
# a number with separators is the same number to the module
--- send      REGISTER  user=u6
--- expect    401
--- send      REGISTER  user=u6  to=tel:1-0-0-1  contact=<sip:evil@phone.example.org>  auth=u6:secret6
--- expect    403
--- send      INVITE  user=u6
--- expect    302  contact=<sip:a@phone.example.org>
