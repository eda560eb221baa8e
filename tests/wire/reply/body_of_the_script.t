# A body that a script has set goes with the reply: the core builds that one
--- server    cfg=reply/hooks.cfg
--- send      REGISTER  contact=<sip:a@phone.example.org>
    X-Do: body
    Record-Route: <sip:proxy.example.org;lr>
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
    Content-Type: text/plain
    Content-Length: 7
    !Record-Route
--- send      INVITE
    X-Do: body
--- expect    302  contact=<sip:a@phone.example.org>
    Content-Type: text/plain
    Content-Length: 7
--- ack
