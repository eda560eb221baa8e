# SI2 RFC 5630 5.2: SIPS Request-URI, Contact and Path: bound, whatever the scheme of the To
--- send      REGISTER  uri=sips:example.com  contact=<sips:a@phone.example.org>
    Supported: path
    Path: <sips:edge.example.org;lr>
--- expect    200  contact=<sips:a@phone.example.org>;expires=3600
    Path: <sips:edge.example.org;lr>
--- send      REGISTER  uri=SIPS:example.com  to=sips:$user@example.com  contact=<sips:b@phone.example.org>
--- expect    200  contacts=2
