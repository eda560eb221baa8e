# P1 U1 RFC 3327 5.3: the Path is for the 200; a 423 has none, and what was stored stays
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Supported: path
    Path: <sip:p1.example.org;lr>
--- expect    200
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=3
    Supported: path
    Path: <sip:p2.example.org;lr>
--- expect    423
    !Path
--- expect-rpc  reg302.show $user
    *p1.example.org*
    !p2.example.org
