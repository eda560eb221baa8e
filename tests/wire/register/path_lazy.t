# P2 path_mode=1 (the default): a Path without Supported: path is accepted
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Path: <sip:p1.example.org;lr>
--- expect    200  contacts=1
