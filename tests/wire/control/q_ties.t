# R5 G19: equal q keeps the order of the Contacts in their REGISTER; q=1, q=1.000 and none are the same
--- send      REGISTER
    Contact: <sip:a@phone.example.org>;q=0.5, <sip:b@phone.example.org>;q=0.500, <sip:c@phone.example.org>;q=0.50
    Contact: <sip:d@phone.example.org>, <sip:e@phone.example.org>;q=1, <sip:f@phone.example.org>;q=1.000
--- expect    200  contacts=6
--- send      INVITE
--- expect    302
    Contact: <sip:d@phone.example.org>;*
    Contact: <sip:e@phone.example.org>;*
    Contact: <sip:f@phone.example.org>;*
    Contact: <sip:a@phone.example.org>;q=0.5
    Contact: <sip:b@phone.example.org>;q=0.5*
    Contact: <sip:c@phone.example.org>;q=0.5*
