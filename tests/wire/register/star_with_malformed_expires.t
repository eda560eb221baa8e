# G7 G21: an Expires that is no number is not zero
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  contact=*
    Expires: 0x
--- expect    400
--- send      REGISTER  contact=*
    Expires: 4294967296
--- expect    400
--- send      REGISTER
--- expect    200  contacts=1
