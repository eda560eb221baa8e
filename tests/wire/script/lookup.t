# reg302_lookup(): the best binding becomes the Request-URI, the others branches; -1 unknown, -2 no binding
--- server    cfg=script/functions.cfg workers=1
--- send      OPTIONS
    X-Do: lookup
--- expect    200
    X-Rc: -1
    X-Ruri: sip:$user@example.com
--- send      REGISTER  contact=<sip:b@phone.example.org>;q=0.1  contact=<sip:a@phone.example.org>;q=0.9
--- expect    200
--- send      OPTIONS
    X-Do: lookup
--- expect    200
    X-Rc: 1
    X-Ruri: sip:a@phone.example.org
    X-Branches: 1
    X-Branch: sip:b@phone.example.org
--- send      REGISTER  contact=*  expires=0
--- expect    200
--- send      OPTIONS
    X-Do: lookup
--- expect    200
    X-Rc: -2
