# R5 RFC 3261 8.3: every binding once, highest q first, ties in the order of the REGISTER
--- send      REGISTER  contact=<sip:d@phone.example.org>;q=0.1  contact=<sip:b@phone.example.org>;q=0.5  contact=<sip:c@phone.example.org>;q=0.5  contact=<sip:a@phone.example.org>;q=0.9
--- expect    200  contacts=4
--- send      INVITE
--- expect    302
    Contact: <sip:a@phone.example.org>;q=0.9
    Contact: <sip:b@phone.example.org>;q=0.5
    Contact: <sip:c@phone.example.org>;q=0.5
    Contact: <sip:d@phone.example.org>;q=0.1
