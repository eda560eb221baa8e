# reg302_save() returns 1 bound or refreshed, 2 removed, 3 only asked, -1 refused
--- server    cfg=script/functions.cfg workers=1
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send      OPTIONS
    X-Do: rc
--- expect    200
    X-Rc: 1
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send      OPTIONS
    X-Do: rc
--- expect    200
    X-Rc: 1
--- send      REGISTER
--- expect    200
--- send      OPTIONS
    X-Do: rc
--- expect    200
    X-Rc: 3
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=0
--- expect    200
--- send      OPTIONS
    X-Do: rc
--- expect    200
    X-Rc: 2
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=1
--- expect    423
--- send      OPTIONS
    X-Do: rc
--- expect    200
    X-Rc: -1
