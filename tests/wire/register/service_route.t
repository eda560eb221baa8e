# SR1 RFC 3608 6.3: the same Service-Route in every 200, a query's too
--- server    service_route="<sip:edge.example.org;lr>"
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
    Service-Route: <sip:edge.example.org;lr>
--- send      REGISTER
--- expect    200  contacts=1
    Service-Route: <sip:edge.example.org;lr>
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=3
--- expect    423
    !Service-Route
