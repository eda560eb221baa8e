# T4 T5: a 302 sent twice is acknowledged twice
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE
--- expect    302
--- ack
--- repeat-last
--- expect-nothing  100ms
--- stat      reg302:ack_absorbed +2
