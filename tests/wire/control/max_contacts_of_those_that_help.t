# redirect_max_contacts=2 counts what is offered: a Contact this caller cannot use takes nobody's place
--- server    redirect_max_contacts=2
--- send      REGISTER  contact=<sip:a@x.invalid>;q=0.9  contact=<sip:b@phone.example.org>;q=0.8  contact=<sip:c@phone.example.org>;q=0.7
--- expect    200  contacts=3
--- send      INVITE
--- expect    302  contact=<sip:b@phone.example.org>;q=0.8  contact=<sip:c@phone.example.org>;q=0.7
--- stat      reg302:redirect_trimmed +0
