# reg302_redirect() returns 1 sent; unsent -1 unknown user, -2 no binding, -3 none for this caller
--- server    cfg=script/functions.cfg workers=1
--- send      INVITE
--- expect    499
--- send      OPTIONS
    X-Do: rc
--- expect    200
    X-Rc: -1
--- send      REGISTER  contact=<sip:a@ws.invalid>
--- expect    200
--- send      INVITE
--- expect    499
--- send      OPTIONS
    X-Do: rc
--- expect    200
    X-Rc: -3
--- send      REGISTER  contact=*  expires=0
--- expect    200
--- send      INVITE
--- expect    499
--- send      OPTIONS
    X-Do: rc
--- expect    200
    X-Rc: -2
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>
--- send      OPTIONS
    X-Do: rc
--- expect    200
    X-Rc: 1
