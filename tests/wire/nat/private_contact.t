# A private Contact host other than the source: as registered behind the same NAT, source ip:port for the rest
--- send      REGISTER  from=127.0.0.12:40000  contact=<sip:a@10.1.2.3:5060;ob>;q=0.5
--- expect    200  contact=<sip:a@10.1.2.3:5060;ob>;q=0.5;expires=3600
--- send      INVITE  from=127.0.0.12:40001
--- expect    302  contact=<sip:a@10.1.2.3:5060;ob>;q=0.5
--- send      INVITE  from=127.0.0.13:40001
--- expect    302  contact=<sip:a@127.0.0.12:40000;ob>;q=0.5
