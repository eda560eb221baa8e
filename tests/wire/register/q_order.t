# G19 R5: the 200 and the 302 list the highest q first, also after a refresh changed one
--- send      REGISTER  contact=<sip:a@phone.example.org>;q=0.9  contact=<sip:b@phone.example.org>;q=0.5  contact=<sip:c@phone.example.org>;q=0.1
--- expect    200
    Contact: <sip:a@phone.example.org>;q=0.9;expires=3600
    Contact: <sip:b@phone.example.org>;q=0.5;expires=3600
    Contact: <sip:c@phone.example.org>;q=0.1;expires=3600

--- send      REGISTER  contact=<sip:c@phone.example.org>;q=0.7
--- expect    200
    Contact: <sip:a@phone.example.org>;q=0.9;expires=3600
    Contact: <sip:c@phone.example.org>;q=0.7;expires=3600
    Contact: <sip:b@phone.example.org>;q=0.5;expires=3600
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>;q=0.9  contact=<sip:c@phone.example.org>;q=0.7  contact=<sip:b@phone.example.org>;q=0.5

--- send      REGISTER  contact=<sip:a@phone.example.org>;q=0.2
--- expect    200
    Contact: <sip:c@phone.example.org>;q=0.7;expires=3600
    Contact: <sip:b@phone.example.org>;q=0.5;expires=3600
    Contact: <sip:a@phone.example.org>;q=0.2;expires=3600
