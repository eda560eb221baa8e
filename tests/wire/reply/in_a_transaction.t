# T5 RFC 3261 10.3: a REGISTER in a transaction gets one 200 with all that a script has added once, and no Record-Route
--- server    cfg=reply/hooks.cfg
--- send      REGISTER  contact=<sip:a@phone.example.org>
    X-Do: transaction
    Record-Route: <sip:proxy.example.org;lr>
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600  save-tag=first
    X-Script: one, two
    Content-Type: text/plain
    Content-Length: 7
    !Record-Route
--- repeat-last
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600  tag=$first
    X-Script: one, two
    Content-Length: 7
    !Record-Route
