# What a script adds with append_to_reply() is in the reply, beside our own lines
--- server    cfg=reply/hooks.cfg
--- send      REGISTER  contact=<sip:a@phone.example.org>
    X-Do: header
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
    X-Script: one, two
    Content-Length: 0
    Server: *
--- send      INVITE
    X-Do: header
--- expect    302  contact=<sip:a@phone.example.org>
    X-Script: one, two
    Content-Length: 0
--- ack
