# Several Vias: the last one's received and rport stand for the source
--- send      REGISTER  contact=<sip:a@192.168.0.21:5060>
    Via: SIP/2.0/UDP 192.168.0.21:5060;rport=40000;received=198.51.100.7;branch=z9hG4bK-phone
--- expect    200  contacts=1
--- send      INVITE  from=127.0.0.13:5070
--- expect    302  contact=<sip:a@198.51.100.7:40000>
