# T2 T5 R4 RFC 3261 17.2.1: after t_newtran() the 302 is sent again until the ACK, and not after it
--- server    cfg=script/functions.cfg workers=1
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send      INVITE  as=call
    X-Do: transaction
--- expect    302  contact=<sip:a@phone.example.org>  save-tag=first
--- expect    302  for=call  contact=<sip:a@phone.example.org>  tag=$first
--- ack
--- expect-nothing  1500ms
