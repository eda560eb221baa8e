# reg302_unregister(uri [, contact]) returns 1 or -1
--- server    cfg=script/functions.cfg workers=1
--- send      REGISTER  contact=<sip:a@phone.example.org>  contact=<sip:b@phone.example.org>  contact=<sip:c@phone.example.org>
--- expect    200
--- send      OPTIONS
    X-Do: unregister-contact
    X-Uri: sip:$user@example.com
    X-Contact: sip:b@PHONE.example.org
--- expect    200
    X-Rc: 1
--- send      OPTIONS
    X-Do: unregister-contact
    X-Uri: sip:$user@example.com
    X-Contact: sip:b@phone.example.org
--- expect    200
    X-Rc: -1
--- send      REGISTER
--- expect    200  contact=<sip:a@phone.example.org>;*  contact=<sip:c@phone.example.org>;*
--- send      OPTIONS
    X-Do: unregister
    X-Uri: sip:$user@example.com
--- expect    200
    X-Rc: 1
--- send      OPTIONS
    X-Do: unregister
    X-Uri: sip:$user@example.com
--- expect    200
    X-Rc: -1
--- send      REGISTER
--- expect    200  contact=none
