# server_signature=no: no Server header
--- server    cfg=reply/hooks.cfg def=WITHOUT_SERVER
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
    !Server
    !Warning
