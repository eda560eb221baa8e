# R23 R24 R25: Accept-Contact and the like are not computed: all Contacts with the q the phones gave; Request-Disposition: redirect is what happens anyway
--- send      REGISTER  contact=<sip:a@phone.example.org>;q=0.5;audio  contact=<sip:b@phone.example.org>;q=0.9;video
--- expect    200  contacts=2
--- send      INVITE
    Accept-Contact: *;audio;require;explicit
    Reject-Contact: *;video
    Request-Disposition: redirect, no-fork
--- expect    302  contact=<sip:b@phone.example.org>;q=0.9  contact=<sip:a@phone.example.org>;q=0.5
