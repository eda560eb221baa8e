# P1 RFC 3327 5.3: the Path is stored in its order and copied into the 200
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Supported: path
    Path: <sip:p1.example.org;lr>,<sip:p2.example.org;lr>
    Path: <sip:p3.example.org;lr>
--- expect    200  contacts=1
    Path: <sip:p1.example.org;lr>, <sip:p2.example.org;lr>, <sip:p3.example.org;lr>
--- expect-rpc  reg302.show $user  ->  ok
    path: *p1.example.org*p2.example.org*p3.example.org*
