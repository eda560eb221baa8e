# G6 reg302_save("4"): a REGISTER without a Contact asks and replaces nothing
--- server    cfg=script/functions.cfg workers=1
--- send      REGISTER  call-id=one@h  contact=<sip:a@phone.example.org>
--- expect    200
--- send      REGISTER
    X-Do: replace
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
