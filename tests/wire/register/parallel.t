# G0c RFC 3261 10.3: two REGISTERs at once are processed one after the other
--- send      REGISTER  from=127.0.0.12:5070  call-id=one@h  contact=<sip:a@phone.example.org>;expires=700
--- send      REGISTER  from=127.0.0.13:5070  call-id=two@h  contact=<sip:a@phone.example.org>;expires=700
--- send      REGISTER  from=127.0.0.14:5070  call-id=three@h  contact=<sip:a@phone.example.org>;expires=700
--- expect    200  contact=<sip:a@phone.example.org>;expires=700
--- expect    200  contact=<sip:a@phone.example.org>;expires=700
--- expect    200  contact=<sip:a@phone.example.org>;expires=700
--- send      REGISTER
--- expect    200  contacts=1
