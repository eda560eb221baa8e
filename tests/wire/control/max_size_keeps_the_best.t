# R29 redirect_max_size=600: what goes is the lowest q, whatever its length: a short one behind a long one does not overtake
--- server    redirect_max_size=600
--- set       x50=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
--- send      REGISTER
    Contact: <sip:a@phone.example.org>;q=0.9
    Contact: <sip:$x50$x50$x50$x50$x50$x50@phone.example.org>;q=0.5
    Contact: <sip:c@phone.example.org>;q=0.1
--- expect    200  contacts=3
--- send      INVITE
--- expect    302  max-size=600  contact=<sip:a@phone.example.org>;q=0.9
--- send      INVITE  transport=tcp
--- expect    302  contacts=3
--- stat      reg302:redirect_trimmed +1
