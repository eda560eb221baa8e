# R12 R13 RFC 3261 21.4: a subscriber who never registered is 480, anyone else 404
--- server    def=WITH_AUTH users=9
--- send      INVITE  user=u4
--- expect    480
--- send      INVITE  uri=sip:%754@example.com  user=u4
--- expect    480
--- send      INVITE  user=u10
--- expect    404
--- send      INVITE  user=u4'--
--- expect    404
