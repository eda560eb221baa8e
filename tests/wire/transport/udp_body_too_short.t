# U26 RFC 3261 18.3: a datagram with less body than Content-Length says is 400
--- log       <core>
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Content-Length: 100
--- expect    400
--- send      REGISTER
--- expect    200  contact=none
