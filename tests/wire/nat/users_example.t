# The example of the README: 1001 -> 192.168.0.21:49831, for its neighbour as registered, for others the source
--- send      REGISTER  user=1001  from=127.0.0.12:49831  contact=<sip:1001@192.168.0.21:49831>
    Via: SIP/2.0/UDP 192.168.0.21:49831;branch=z9hG4bK-example
    !Via
--- expect    200  contact=<sip:1001@192.168.0.21:49831>;expires=3600
--- send      INVITE  user=1001  from=127.0.0.12:5070
--- expect    302  reason="Moved Temporarily"  contact=<sip:1001@192.168.0.21:49831>
--- ack
--- send      INVITE  user=1001  from=127.0.0.13:5070
--- expect    302  reason="Moved Temporarily"  contact=<sip:1001@127.0.0.12:49831>
--- ack
--- expect-nothing  100ms
