# P2 path_mode may be a number, as that of the registrar module: 2 is "strict"
--- server    path_mode=2
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Path: <sip:p1.example.org;lr>
--- expect    420
