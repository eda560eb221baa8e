# PN2 FP1 RFC 8599 4.1: as a Contact parameter, too, what wakes a phone stays here
--- send      REGISTER
    Contact: <sip:a@phone.example.org>;pn-provider=acme;pn-prid=secret;q=0.5
--- expect    200  contact=<sip:a@phone.example.org>;pn-provider=acme;pn-prid=secret;q=0.5;expires=3600
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>;q=0.5
