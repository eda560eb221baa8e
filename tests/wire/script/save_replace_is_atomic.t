# U1 reg302_save("4"): a REGISTER that is refused replaces nothing
--- server    cfg=script/functions.cfg workers=1
--- send      REGISTER  call-id=one@h  contact=<sip:a@phone.example.org>
--- expect    200
--- send      REGISTER  call-id=two@h  contact=<sip:b@phone.example.org>;expires=1
    X-Do: replace
--- expect    423
--- send      REGISTER
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
