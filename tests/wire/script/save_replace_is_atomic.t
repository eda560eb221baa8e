# U1 reg302_save("4"): a REGISTER that is refused replaces nothing; one that only asks neither
--- server    cfg=script/functions.cfg
--- send      REGISTER  call-id=one@h  contact=<sip:a@phone.example.org>
--- expect    200
--- send      REGISTER  call-id=two@h  contact=<sip:b@phone.example.org>;expires=1
    X-Do: replace
--- expect    423
--- send      REGISTER
    X-Do: replace
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
