# W1 R22 R28: a ".invalid" Contact stays listed and refreshable, and an OPTIONS or MESSAGE gets no more than an INVITE
--- send      REGISTER  contact=<sip:x7k2@df7jal23ls0d.invalid;transport=ws>
--- expect    200  contacts=1
--- send      OPTIONS
--- expect    480
--- send      MESSAGE
--- expect    480
--- send      REGISTER  contact=<sip:x7k2@df7jal23ls0d.invalid;transport=ws>;expires=0
--- expect    200  contact=none
--- stat      reg302:redirect_unreachable +2
