# P1 RFC 3327 5.3: each binding keeps the Path it came with; the 200 tells that of its own request, a query none
--- send      REGISTER  transport=tcp  contact=<sip:a@phone.example.org>;q=0.9
    Supported: path
    Path: <sip:p1.example.org;lr>
--- expect    200  contacts=1
    Path: <sip:p1.example.org;lr>
--- send      REGISTER  transport=tcp  contact=<sip:b@phone.example.org>;q=0.5
    Supported: path
    Path: <sip:p2.example.org;lr>
--- expect    200  contacts=2
    Path: <sip:p2.example.org;lr>
--- send      REGISTER
    Supported: path
--- expect    200  contacts=2
    !Path
--- expect-rpc  reg302.show $user
    *p1.example.org*
    *p2.example.org*
