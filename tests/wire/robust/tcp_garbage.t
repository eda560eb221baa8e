# X7: garbage on a stream costs that connection at most
--- log       <core>
--- send-raw  transport=tcp
    hello
    world
--- ignore-replies  200ms
--- close
--- send-raw  transport=tcp
    INVITE sip:x@example.com SIP/2.0
    Content-Length: -5
--- ignore-replies  200ms
--- close
--- send-raw  transport=tcp
    INVITE sip:x@example.com SIP/2.0
    Content-Length: 99999999999
--- ignore-replies  200ms
--- close
--- send      REGISTER  transport=tcp  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
