# U10 G2 RFC 3261 8.2.2.3: an unknown Require is 420 and Unsupported lists exactly the unknown ones
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Require: foo, path
--- expect    420  reason="Bad Extension"
    Unsupported: foo
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Require: foo
    Require: bar
--- expect    420
    Unsupported: foo, bar
--- send      REGISTER
--- expect    200  contact=none
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Require: path
--- expect    200  contacts=1
