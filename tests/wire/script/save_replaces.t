# reg302_save("4"): the Contacts of this REGISTER replace all others
--- server    cfg=script/functions.cfg workers=1
--- send      REGISTER  call-id=one@h  contact=<sip:a@phone.example.org>
--- expect    200
--- send      REGISTER  call-id=two@h  contact=<sip:b@phone.example.org>
--- expect    200  contacts=2
--- send      REGISTER  call-id=three@h  contact=<sip:c@phone.example.org>
    X-Do: replace
--- expect    200  contact=<sip:c@phone.example.org>;expires=3600
--- send      REGISTER
--- expect    200  contact=<sip:c@phone.example.org>;expires=3600
