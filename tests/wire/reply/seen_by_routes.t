# event_route[sl:local-response] is run for our replies as for those of sl
--- server    cfg=reply/hooks.cfg workers=1
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send      OPTIONS
    X-Do: seen
--- expect    200  contact=none
    X-Local: 200
--- send      INVITE
--- expect    302
--- ack
--- send      INVITE
--- expect    302
--- send      OPTIONS
    X-Do: seen
--- expect    200  contact=none
    X-Local: 302
