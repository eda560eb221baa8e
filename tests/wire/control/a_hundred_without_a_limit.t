# R5 R29 redirect_max_size=0: without a limit all hundred go out in one datagram
--- server    max_contacts=0 redirect_max_size=0
--- for-each  100..199 REGISTER  contact=<sip:$n@phone.example.org>;q=0.$n  -> 200
--- send      INVITE
--- expect    302  contacts=100
--- stat      reg302:redirect_trimmed +0
