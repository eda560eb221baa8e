# T3, WITH_TRANSACTIONS: over TCP the 302 is sent once
--- server    def=WITH_TRANSACTIONS
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send      INVITE  transport=tcp
--- expect    302  contact=<sip:a@phone.example.org>
--- pass      700ms
--- ack
--- expect-nothing  100ms
