# A Call-ID, an instance or a Path beyond what is stored is 400, never cut: nothing is bound
--- log       <core>
--- set       x50=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
--- set       x500=$x50$x50$x50$x50$x50$x50$x50$x50$x50$x50
--- send      REGISTER  call-id=$x50$x50$x50$x50$x50  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  call-id=$x50$x50$x50$x50$x50  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  call-id=$x500$x500$x500$x500$x500$x500$x500$x500$x500$x500  contact=<sip:a@phone.example.org>
--- expect    400  reason="Field Too Long"
--- send      REGISTER
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:x:$x500$x500$x500$x500$x500$x500$x500$x500$x500$x500>"
--- expect    400  reason="Field Too Long"
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Supported: path
    Path: <sip:$x500$x500@p1.example.org;lr>,<sip:$x500$x500@p2.example.org;lr>,<sip:$x500$x500@p3.example.org;lr>,<sip:$x500$x500@p4.example.org;lr>,<sip:$x500$x500@p5.example.org;lr>
--- expect    400  reason="Field Too Long"
--- stat      reg302:register_refused_too_long +3
--- send      REGISTER
--- expect    200  contact=none
