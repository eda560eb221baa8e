# U11 RFC 3261 8.2.2.3: Require in an ACK is ignored
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE
--- expect    302
--- ack
    Require: xyz
    Proxy-Require: xyz
--- expect-nothing  200ms
--- stat      reg302:ack_absorbed +1
