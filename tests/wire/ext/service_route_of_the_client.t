# SR1 RFC 3608 6: only the registrar writes a Service-Route: without the parameter there is none, a client's own goes nowhere
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Service-Route: <sip:evil.example.org;lr>
--- expect    200
    !Service-Route
