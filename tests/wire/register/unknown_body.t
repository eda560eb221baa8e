# U12 RFC 3261 8.2.3: a body that is not understood is 415 with Accept, unless it is optional
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Content-Type: foo/bar

    hello
--- expect    415
    Accept: *
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Content-Type: foo/bar
    Content-Disposition: session;handling=optional

    hello
--- expect    200  contacts=1
