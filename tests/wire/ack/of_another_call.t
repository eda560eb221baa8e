# T5: the To-tag of one call does not pass for that of another
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  save-tag=first
--- send      INVITE
--- expect    302  other-tag=$first
--- ack       to-tag=$first
--- expect-nothing  100ms
--- stat      reg302:ack_absorbed +0
