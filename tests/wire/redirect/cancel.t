# U22 CR_V_002 RFC 3261 9.2: a CANCEL that matches nothing
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      CANCEL
--- expect    481
--- send      CANCEL
    Require: xyz
--- expect    481
