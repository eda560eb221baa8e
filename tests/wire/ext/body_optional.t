# U12 U25 RFC 3261 20.11: handling=optional in any case and place; a Content-Type without a body is no body
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Content-Type: foo/bar
    Content-Disposition: icon ; x=handling ; Handling = Optional

    hello
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:b@phone.example.org>
    Content-Type: foo/bar
--- expect    200  contacts=2
--- send      REGISTER  contact=<sip:c@phone.example.org>
    Content-Type: foo/bar
    Content-Disposition: session;xhandling=optional

    hello
--- expect    415
