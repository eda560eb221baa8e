# Scanners that name themselves get no answer, and neither does what is far too large
--- server    def=WITH_ANTIFLOOD
--- send      OPTIONS  uri=sip:example.com
    User-Agent: friendly-scanner
--- send      OPTIONS  uri=sip:example.com
    User-Agent: SIPVicious 0.3
--- send      REGISTER
    User-Agent: sipcli/v1.8
--- expect-nothing 300ms
--- send      OPTIONS  uri=sip:example.com
    User-Agent: baresip v1.0.0
--- expect    200
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
