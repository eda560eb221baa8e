# P2 U1 RFC 3327 5.3: path_mode="strict" refuses a Path without Supported: path before anything is stored
--- server    path_mode=strict
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Path: <sip:p1.example.org;lr>
--- expect    420
    Unsupported: path
--- send      REGISTER
--- expect    200  contact=none
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Supported: gruu, path
    Path: <sip:p1.example.org;lr>
--- expect    200  contacts=1
    Path: <sip:p1.example.org;lr>
