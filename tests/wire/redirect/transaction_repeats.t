# T2 T5 R4 RFC 3261 17.2.1, WITH_TRANSACTIONS: the 302 comes again until the ACK, and not after it
--- server    def=WITH_TRANSACTIONS
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send      INVITE  as=call
--- expect    302  contact=<sip:a@phone.example.org>  save-tag=first
--- expect    302  for=call  contact=<sip:a@phone.example.org>  tag=$first
--- ack
--- expect-nothing  1500ms
