# R11 T2, WITH_TRANSACTIONS redirect_status=300: the 300 of a transaction is repeated until its ACK as well
--- server    def=WITH_TRANSACTIONS redirect_status=300
--- send      REGISTER  contact=<sip:a@phone.example.org>;q=0.9  contact=<sip:b@phone.example.org>;q=0.5
--- expect    200  contacts=2
--- send      INVITE
--- expect    300  reason="Multiple Choices"  contact=<sip:a@phone.example.org>;q=0.9  contact=<sip:b@phone.example.org>;q=0.5
--- ack
--- expect-nothing  600ms
