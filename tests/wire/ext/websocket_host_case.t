# W1 R28 RFC 2606: ".INVALID" in any case, with a port or as the whole host, is no place to go
--- send      REGISTER  contact=<sip:a@ABC.INVALID;transport=WS>  contact=<sip:b@invalid>  contact=<sip:c@x.invalid:5060>
--- expect    200  contacts=3
--- send      INVITE
--- expect    480
--- send      REGISTER  contact=<sip:d@notinvalid>;q=0.5
--- expect    200  contacts=4
--- send      INVITE
--- expect    302  contact=<sip:d@notinvalid>;q=0.5
