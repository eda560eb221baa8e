# T8: the ACK of a client older than the magic cookie
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send      INVITE  branch=1
--- expect    302
--- ack
--- expect-nothing  100ms
--- stat      reg302:ack_absorbed +1
