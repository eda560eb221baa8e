# P2 path_mode="off": a Path is not looked at
--- server    path_mode=off
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Supported: path
    Path: <sip:p1.example.org;lr>
--- expect    200  contacts=1
    !Path
--- send      REGISTER  contact=<sip:b@phone.example.org>
    Require: path
--- expect    420
    Unsupported: path
