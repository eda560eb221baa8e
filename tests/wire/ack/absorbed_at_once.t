# T5 RFC 3261 17.2.1: the ACK to a 302 ends there, and is counted
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE
--- expect    302
--- ack
--- expect-nothing  100ms
--- stat      reg302:ack_absorbed +1
--- stat      reg302:ack_unknown +0
