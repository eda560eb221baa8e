# RFC 3261 20.10: without brackets the parameters belong to the header field
--- send      REGISTER
    Contact: sip:a@phone.example.org;expires=700;q=0.5
--- expect    200  contact=<sip:a@phone.example.org>;q=0.5;expires=700
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>;q=0.5
