# R5 R29: a hundred Contacts: all over TCP, as many as fit over UDP, the same ones in the same order each time
--- server    max_contacts=0
--- for-each  100..199 REGISTER  contact=<sip:$n@phone.example.org>;q=0.$n  -> 200
--- send      INVITE  transport=tcp
--- expect    302  contacts=100
--- send      INVITE
--- expect    302  max-size=1300  contacts=15..25
--- send      INVITE
    Via: SIP/2.0/UDP p.example.org;branch=z9hG4bK-a
    Via: SIP/2.0/UDP a-proxy-with-a-long-name-that-takes-some-room.example.org:5070;branch=z9hG4bK-b-and-a-long-branch-as-well
--- expect    302  max-size=1300  contacts=10..18
--- stat      reg302:redirect_trimmed +2
--- stat      reg302:redirect_sent +3
