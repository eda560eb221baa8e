# T5: a To-tag that we did not make is not taken for ours, nor answered
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE
--- expect    302
--- ack       to-tag=forged
--- expect-nothing  100ms
--- stat      reg302:ack_absorbed +0
--- stat      reg302:ack_unknown +1
