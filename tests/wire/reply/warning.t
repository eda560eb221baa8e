# sip_warning=yes: the Warning of Kamailio is in our replies as in all others
--- server    cfg=reply/hooks.cfg def=WITH_WARNING
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
    Warning: 392 *
    Server: *
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>
    Warning: 392 *
--- ack
