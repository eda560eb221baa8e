# P1 U25 RFC 3327 5.3: a Path in a list, in several header fields and folded comes back whole and in order
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Supported: path
    Path: <sip:p1.example.org;lr>,
     <sip:p2.example.org;lr>;x="a,b"
    Path: <sip:p3@p3.example.org:5070;lr;transport=tcp>;param=1
    PATH:<sip:[2001:db8::1];lr>
--- expect    200  contacts=1
    Path: <sip:p1.example.org;lr>, <sip:p2.example.org;lr>;x="a,b", <sip:p3@p3.example.org:5070;lr;transport=tcp>;param=1, <sip:[2001:db8::1];lr>
