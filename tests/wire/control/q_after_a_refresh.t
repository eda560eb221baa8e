# R5 G19: a refresh that changes q moves the Contact: up, down, and to the top when it has none any more
--- send      REGISTER
    Contact: <sip:a@phone.example.org>;q=0.9, <sip:b@phone.example.org>;q=0.5, <sip:c@phone.example.org>;q=0.1
--- expect    200  contacts=3
--- send      REGISTER  contact=<sip:c@phone.example.org>;q=0.7
--- expect    200  contacts=3
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>;q=0.9  contact=<sip:c@phone.example.org>;q=0.7  contact=<sip:b@phone.example.org>;q=0.5
--- send      REGISTER  contact=<sip:a@phone.example.org>;q=0.0
--- expect    200  contacts=3
--- send      INVITE
--- expect    302  contact=<sip:c@phone.example.org>;q=0.7  contact=<sip:b@phone.example.org>;q=0.5  contact=<sip:a@phone.example.org>;q=0.0
--- send      REGISTER  contact=<sip:b@phone.example.org>
--- expect    200  contacts=3
--- send      INVITE
--- expect    302  contact=<sip:b@phone.example.org>  contact=<sip:c@phone.example.org>;q=0.7  contact=<sip:a@phone.example.org>;q=0.0
