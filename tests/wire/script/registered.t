# reg302_registered([uri]) returns 1 or -1
--- server    cfg=script/functions.cfg workers=1
--- send      OPTIONS
    X-Do: registered
--- expect    200
    X-Rc: -1
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send      OPTIONS
    X-Do: registered
--- expect    200
    X-Rc: 1
--- send      OPTIONS  user=nobody
    X-Do: registered-uri
    X-Uri: sip:$user@example.com
--- expect    200
    X-Rc: 1
--- send      OPTIONS
    X-Do: registered-uri
    X-Uri: sip:nobody.$user@example.com
--- expect    200
    X-Rc: -1
