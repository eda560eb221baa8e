# P1 RFC 3327 5.3: a refresh that came another way has another Path; one without a Path has none
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Supported: path
    Path: <sip:p1.example.org;lr>
--- expect    200
    Path: <sip:p1.example.org;lr>
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Supported: path
    Path: <sip:p2.example.org;lr>
--- expect    200
    Path: <sip:p2.example.org;lr>
--- expect-rpc  reg302.show $user
    *p2.example.org*
    !p1.example.org
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Supported: path
--- expect    200  contacts=1
    !Path
--- expect-rpc  reg302.show $user
    !p2.example.org
