# FP1 RFC 3840 9: a refresh brings the parameters of the phone anew: what it does not say any more is gone
--- send      REGISTER  contact=<sip:a@phone.example.org>;audio;video;x=1
--- expect    200  contact=<sip:a@phone.example.org>;audio;video;x=1;expires=3600
--- send      REGISTER  contact=<sip:a@phone.example.org>;audio;x=2
--- expect    200  contact=<sip:a@phone.example.org>;audio;x=2;expires=3600
--- send      REGISTER  contact=<sip:b@phone.example.org>;q=0.5
--- expect    200  contact=<sip:a@phone.example.org>;audio;x=2;expires=3600  contact=<sip:b@phone.example.org>;q=0.5;expires=3600
