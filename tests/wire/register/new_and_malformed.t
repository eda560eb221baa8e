# G16 U1: a good Contact beside one that is no URI: nothing is stored
--- log       <core>
--- send      REGISTER  contact=<sip:good@phone.example.org>  contact=<sip:x@phone.example.org:5060transport=udp>
--- expect    400  reason="Invalid Contact"
--- send      REGISTER
--- expect    200  contact=none
