# redirect_max_contacts: the best ones
--- server    redirect_max_contacts=2
--- send      REGISTER  contact=<sip:a@h.example.org>;q=0.1  contact=<sip:b@h.example.org>;q=0.9  contact=<sip:c@h.example.org>;q=0.5
--- expect    200  contacts=3
--- send      INVITE
--- expect    302  contact=<sip:b@h.example.org>;q=0.9  contact=<sip:c@h.example.org>;q=0.5
