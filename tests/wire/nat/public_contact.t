# A public address or a name is taken at its word: a third party may register for somebody
--- send      REGISTER  contact=<sip:a@203.0.113.5:5060>  contact=<sip:a@phone.example.org>
--- expect    200  contacts=2
--- send      INVITE  from=127.0.0.13:5070
--- expect    302  contact=<sip:a@203.0.113.5:5060>  contact=<sip:a@phone.example.org>
