# SR1 RFC 3608 6.3: the same value for binding, refresh, copy, query and removal, over UDP and TCP
--- server    service_route="<sip:edge.example.org;lr>"
--- send      REGISTER  cseq=1  contact=<sip:a@phone.example.org>
--- expect    200
    Service-Route: <sip:edge.example.org;lr>
--- repeat-last
--- expect    200
    Service-Route: <sip:edge.example.org;lr>
--- send      REGISTER  transport=tcp  cseq=2  contact=<sip:a@phone.example.org>
--- expect    200
    Service-Route: <sip:edge.example.org;lr>
--- send      REGISTER  cseq=3  contact=*  expires=0
--- expect    200  contact=none
    Service-Route: <sip:edge.example.org;lr>
--- send      REGISTER  cseq=4  contact=*
--- expect    400
    !Service-Route
--- send      OPTIONS  uri=sip:example.com
--- expect    200
    !Service-Route
