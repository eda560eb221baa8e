# R29 R2 redirect_max_size=600: the best Contact goes out even when it alone is too much, as does one of many Vias
--- server    redirect_max_size=600
--- set       x50=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
--- send      REGISTER
    Contact: <sip:$x50$x50$x50$x50$x50$x50$x50$x50@phone.example.org>;q=0.5
    Contact: <sip:c@phone.example.org>;q=0.1
--- expect    200  contacts=2
--- send      INVITE
--- expect    302  contact=<sip:$x50$x50$x50$x50$x50$x50$x50$x50@phone.example.org>;q=0.5
--- send      INVITE
    Via: SIP/2.0/UDP $x50.example.org;branch=z9hG4bK-$x50$x50
    Via: SIP/2.0/UDP $x50.example.org;branch=z9hG4bK-$x50$x50
    Via: SIP/2.0/UDP $x50.example.org;branch=z9hG4bK-$x50$x50
--- expect    302  contacts=1
