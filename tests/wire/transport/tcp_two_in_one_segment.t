# X7 RFC 3261 18.3: two requests in one segment are two requests
--- send      REGISTER  transport=tcp  later  contact=<sip:a@phone.example.org>;expires=700
    Content-Type: text/plain
    Content-Disposition: render;handling=optional

    REGISTER sip:example.com SIP/2.0
--- send      REGISTER  transport=tcp  contact=<sip:b@phone.example.org>;expires=800
--- expect    200  contact=<sip:a@phone.example.org>;expires=700
--- expect    200  any-order  contact=<sip:a@phone.example.org>;expires=700  contact=<sip:b@phone.example.org>;expires=800
