# R5: equal q keeps the order of the request, and a refresh does not reshuffle it
--- send      REGISTER  contact=<sip:z@phone.example.org>  contact=<sip:m@phone.example.org>  contact=<sip:a@phone.example.org>
--- expect    200  contact=<sip:z@phone.example.org>;expires=3600  contact=<sip:m@phone.example.org>;expires=3600  contact=<sip:a@phone.example.org>;expires=3600
--- send      INVITE
--- expect    302  contact=<sip:z@phone.example.org>  contact=<sip:m@phone.example.org>  contact=<sip:a@phone.example.org>
--- send      REGISTER  contact=<sip:m@phone.example.org>
--- expect    200  contact=<sip:z@phone.example.org>;*  contact=<sip:m@phone.example.org>;*  contact=<sip:a@phone.example.org>;*
