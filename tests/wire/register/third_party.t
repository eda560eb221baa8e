# G4b RFC 3261 10.2: somebody else may register for the user
--- send      REGISTER  contact=<sip:a@phone.example.org>
    From: <sip:admin@example.com>;tag=77
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>
