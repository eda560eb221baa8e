# G4 one header names the victim, another one proves the attacker: 400
--- server    def=WITH_AUTH users=9
--- send      REGISTER  user=u8
--- expect    401
--- send      REGISTER  user=u8  contact=<sip:evil@phone.example.org>  auth=u7:secret7
    Proxy-Authorization: Digest username="u8", realm="example.com", nonce="x", uri="sip:example.com", response="00000000000000000000000000000000"
--- expect    400
--- send      REGISTER  user=u8
--- expect    401
--- send      REGISTER  user=u8  contact=<sip:evil@phone.example.org>  auth=u7:secret7
    Authorization: Digest username="u8", realm="example.org", nonce="x", uri="sip:example.com", response="00000000000000000000000000000000"
--- expect    400
--- send      REGISTER  user=u8
--- expect    401
--- send      REGISTER  user=u8  contact=<sip:evil@phone.example.org>  auth=u8:secret8  realm=example.org
--- expect    401
--- send      INVITE  user=u8
--- expect    480
