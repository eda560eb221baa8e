# T5: a late ACK is absorbed like an early one
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE
--- expect    302
--- pass      3s
--- ack
--- expect-nothing  100ms
--- stat      reg302:ack_absorbed +1
