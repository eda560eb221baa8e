# R11 RFC 3261 21.3.1 redirect_status=300: a choice is what the caller sees: one Contact that is left of two is a 302
--- server    redirect_status=300
--- send      REGISTER  contact=<sip:a@phone.example.org>;q=0.5  contact=<sip:b@x.invalid>
--- expect    200  contacts=2
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>;q=0.5
