# R5 R31: one, two, ten Contacts: each once, in name-addr form, highest q first, no body, nothing of the phone's own
--- server    max_contacts=0 redirect_max_size=0
--- send      REGISTER
    Contact: "A" <sip:1@phone.example.org>;q=0.1;audio;expires=600
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  reason="Moved Temporarily"  contact=<sip:1@phone.example.org>;q=0.1
    Content-Length: 0
    !Content-Type
    !Expires
    !Record-Route
    !Date
--- send      REGISTER  contact=sip:2@phone.example.org;q=0.2;methods="INVITE"
--- expect    200  contacts=2
--- send      INVITE
--- expect    302  contact=<sip:2@phone.example.org>;q=0.2  contact=<sip:1@phone.example.org>;q=0.1
--- send      REGISTER
    Contact: <sip:3@phone.example.org>;q=0.3, <sip:10@phone.example.org>, <sip:4@phone.example.org>;q=0.4, <sip:9@phone.example.org>;q=0.9
    Contact: <sip:8@phone.example.org>;q=0.8, <sip:6@phone.example.org>;q=0.60, <sip:5@phone.example.org>;q=0.500, <sip:7@phone.example.org>;q=0.7
--- expect    200  contacts=10
--- send      INVITE
--- expect    302
    Contact: <sip:10@phone.example.org>
    Contact: <sip:9@phone.example.org>;q=0.9
    Contact: <sip:8@phone.example.org>;q=0.8
    Contact: <sip:7@phone.example.org>;q=0.7
    Contact: <sip:6@phone.example.org>;q=0.6
    Contact: <sip:5@phone.example.org>;q=0.5
    Contact: <sip:4@phone.example.org>;q=0.4
    Contact: <sip:3@phone.example.org>;q=0.3
    Contact: <sip:2@phone.example.org>;q=0.2
    Contact: <sip:1@phone.example.org>;q=0.1
