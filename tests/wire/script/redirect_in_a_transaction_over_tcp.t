# T3 RFC 3261 17.2.1: over TCP the 302 of a transaction is sent once
--- server    cfg=script/functions.cfg workers=1
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send      INVITE  transport=tcp
    X-Do: transaction
--- expect    302  contact=<sip:a@phone.example.org>
--- pass      700ms
--- ack
--- expect-nothing  100ms
