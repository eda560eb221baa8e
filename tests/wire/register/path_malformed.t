# P1 U1: a Path that is no list of URIs is 400 and stores nothing
--- log       <core>
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Supported: path
    Path: <sip:p1.example.org
--- expect    400  reason="Invalid Path"
--- send      REGISTER
--- expect    200  contact=none
