# R27 PN2 RFC 8599 4.1: what wakes a phone is nobody else's business; other URI parameters stay
--- send      REGISTER
    Contact: <sip:a@phone.example.org;transport=tcp;pn-provider=acme;pn-param=acme-param;pn-prid=ZTY4ZDJlMzODE1NmUgKi0K;x=y>;received="sip:192.0.2.1";q=0.5
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org;transport=tcp;x=y>;q=0.5
