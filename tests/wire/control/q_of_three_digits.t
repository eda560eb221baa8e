# R5 G19: q is compared to its third digit
--- send      REGISTER
    Contact: <sip:a@phone.example.org>;q=0.998, <sip:b@phone.example.org>;q=0.999, <sip:c@phone.example.org>;q=0.001, <sip:d@phone.example.org>;q=0.01
--- expect    200  contacts=4
--- send      INVITE
--- expect    302  contact=<sip:b@phone.example.org>;q=0.999  contact=<sip:a@phone.example.org>;q=0.998  contact=<sip:d@phone.example.org>;q=0.01  contact=<sip:c@phone.example.org>;q=0.001
