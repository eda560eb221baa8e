# U2 RFC 3261 8.2: extensions are looked at before the body: 420, not 415
--- send      REGISTER  contact=<sip:a@phone.example.org>
    Require: nosuchthing
    Content-Type: foo/bar

    hello
--- expect    420
    Unsupported: nosuchthing
