# T4 R4, WITH_TRANSACTIONS: a retransmitted INVITE gets the same 302
--- server    def=WITH_TRANSACTIONS
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send      INVITE
--- expect    302  save-tag=first
--- repeat-last
--- expect    302  tag=$first
--- ack
--- expect-nothing  600ms
