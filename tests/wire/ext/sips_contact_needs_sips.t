# SI2 R21 U1 RFC 5630 5.2: a SIPS Contact beside a SIP Request-URI, a SIP Contact or a SIP Path is 400 and stores nothing
--- send      REGISTER  contact=<sips:a@phone.example.org>
--- expect    400  reason="SIPS Required"
--- send      REGISTER  uri=sips:example.com  contact=<sips:a@phone.example.org>  contact=<sip:b@phone.example.org>
--- expect    400
--- send      REGISTER  uri=sips:example.com  contact=<sip:b@phone.example.org>  contact=<SIPS:a@phone.example.org>
--- expect    400
--- send      REGISTER  uri=sips:example.com  contact=<sips:a@phone.example.org>
    Supported: path
    Path: <sip:edge.example.org;lr>
--- expect    400
--- send      REGISTER  uri=sips:example.com  contact=<sips:a@phone.example.org>
    Supported: path
    Path: <sips:edge.example.org;lr>, <sip:inner.example.org;lr>
--- expect    400
--- stat      reg302:register_refused_sips +5
--- send      REGISTER
--- expect    200  contact=none
