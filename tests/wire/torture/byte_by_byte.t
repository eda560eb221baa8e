# Z1 X7 RFC 3261 18.3: over TCP every byte in a segment of its own is the same message: REGISTER, body, INVITE
--- send      REGISTER  transport=tcp  chunk=1  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  transport=tcp  chunk=1  contact=<sip:a@phone.example.org>
    Content-Type: foo/bar
    Content-Disposition: session;handling=optional

    hello
--- expect    200  contacts=1
--- send      INVITE  transport=tcp  chunk=1
--- expect    302  contact=<sip:a@phone.example.org>
