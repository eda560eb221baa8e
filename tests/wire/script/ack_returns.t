# reg302_ack() returns 1 for an ACK to our reply, -1 for another
--- server    cfg=script/functions.cfg workers=1
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send      INVITE
--- expect    302
--- ack
--- expect-nothing  100ms
--- send      OPTIONS
    X-Do: rc
--- expect    200
    X-Rc: 1
--- ack       to-tag=forged
--- expect-nothing  100ms
--- send      OPTIONS
    X-Do: rc
--- expect    200
    X-Rc: -1
