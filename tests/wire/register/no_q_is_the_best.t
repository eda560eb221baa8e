# G19: a Contact without q counts as q=1
--- send      REGISTER  contact=<sip:low@phone.example.org>;q=0.9  contact=<sip:none@phone.example.org>  contact=<sip:one@phone.example.org>;q=1  contact=<sip:zero@phone.example.org>;q=0
--- expect    200  contacts=4
--- send      INVITE
--- expect    302
    Contact: <sip:none@phone.example.org>, <sip:one@phone.example.org>;q=1*, <sip:low@phone.example.org>;q=0.9, <sip:zero@phone.example.org>;q=0*
