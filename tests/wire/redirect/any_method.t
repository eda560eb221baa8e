# R8 RFC 3261 8.3: unknown methods, and methods meant for the user, are redirected too
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      FOO
--- expect    302  contact=<sip:a@phone.example.org>
--- send      MESSAGE
--- expect    302  contact=<sip:a@phone.example.org>
--- send      SUBSCRIBE
    Event: presence
--- expect    302  contact=<sip:a@phone.example.org>
--- send      OPTIONS
--- expect    302  contact=<sip:a@phone.example.org>
