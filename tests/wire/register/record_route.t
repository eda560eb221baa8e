# G0b RFC 3261 10.3: Record-Route in a REGISTER is ignored and not answered
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Record-Route: <sip:192.0.2.33;lr>
--- expect    200  contacts=1
    !Record-Route
