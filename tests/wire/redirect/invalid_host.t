# R28 W1 RFC 7118 B: a WebSocket client's ".invalid" Contact is registered and never offered
--- send      REGISTER  contact=<sip:a@df7jal23ls0d.invalid;transport=ws>
--- expect    200  contact=<sip:a@df7jal23ls0d.invalid;transport=ws>;expires=3600
--- send      INVITE
--- expect    480
--- send      REGISTER  contact=<sip:b@phone.example.org>
--- expect    200  contacts=2
--- send      INVITE
--- expect    302  contact=<sip:b@phone.example.org>
