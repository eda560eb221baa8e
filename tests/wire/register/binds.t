# G13 G17 G18 RFC 3261 10.3 (7) and (8): a binding is added, listed with its lifetime, and the reply is dated
--- send      REGISTER  contact=<sip:a@phone.example.org:5070>
--- expect    200  reason="OK"  contact=<sip:a@phone.example.org:5070>;expires=3600
    Date: *, 0..31 * 2000..2200 0..23:0..59:0..59 GMT
    !Record-Route
    Content-Length: 0
