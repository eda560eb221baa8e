# R11 redirect_status=300 with redirect_max_contacts=1: never a choice, so always a 302
--- server    redirect_status=300 redirect_max_contacts=1
--- send      REGISTER  contact=<sip:a@phone.example.org>;q=0.5  contact=<sip:b@phone.example.org>
--- expect    200  contacts=2
--- send      INVITE
--- expect    302  contact=<sip:b@phone.example.org>
