# U26 a script that answers twice: the client sees the first reply only
--- server    cfg=reply/hooks.cfg
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- log       the request has its reply
--- send      INVITE
    X-Do: twice
--- expect    302  contact=<sip:a@phone.example.org>
--- ack
--- expect-nothing  100ms
