# PN2 R27 RFC 8599 4.1: the phone sees its pn- parameters again, no caller does, in whatever case they were written
--- send      REGISTER
    Contact: <sip:a@phone.example.org;pn-provider=acme;PN-Param=app;Pn-Prid=abc%3Ddef;x=y;pnx=1>
--- expect    200
    Contact: <sip:a@phone.example.org;pn-provider=acme;PN-Param=app;Pn-Prid=abc%3Ddef;x=y;pnx=1>;expires=3600
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org;x=y;pnx=1>
--- send      REGISTER
    Contact: <sip:a@phone.example.org;pn-prid;pn-purr=z;x=y>
--- expect    200  contacts=1..2
--- send      INVITE  transport=tcp
--- expect    302  contact=<sip:a@phone.example.org;x=y>  contact=<sip:a@phone.example.org;x=y;pnx=1>  any-order
