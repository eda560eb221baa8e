# A TCP flow behind a NAT cannot be reached by a stranger: left out, 480 when nothing remains
--- send      REGISTER  transport=tcp  contact=<sip:a@10.1.2.3:5060;transport=tcp>
--- expect    200  contact=<sip:a@10.1.2.3:5060;transport=tcp>;expires=3600
--- send      INVITE  from=127.0.0.13:5070
--- expect    480
--- send      INVITE  from=127.0.0.12:5070
--- expect    302  contact=<sip:a@10.1.2.3:5060;transport=tcp>
--- stat      reg302:redirect_unreachable +1
--- stat      reg302:redirect_sent +1
