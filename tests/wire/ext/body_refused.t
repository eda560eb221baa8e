# U12 U1 RFC 3261 8.2.3: any body in a REGISTER is 415 with Accept, counted, and binds nothing; over TCP the next request is found behind it
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Content-Type: application/sdp

    v=0
--- expect    415  reason="Unsupported Media Type"
    Accept: *
--- send      REGISTER  transport=tcp  contact=<sip:a@phone.example.org>
    Content-Type: application/octet-stream

    0123456789
--- expect    415
    Accept: *
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Content-Type: foo/bar
    Content-Disposition: render;handling=required

    hello
--- expect    415
--- stat      reg302:register_refused_body +3
--- send      REGISTER  transport=tcp
--- expect    200  contact=none
