# Z1: datagrams that are not SIP are dropped, and the server goes on
--- log       <core>
--- send-raw
    hello
--- send-raw  no-end
    \0
--- send-raw  no-end
    \x00\x01\x02\xff\xfe\x80
--- send-raw  no-end
--- send-raw
    INVITE
--- send-raw
    INVITE sip:x@example.com SIP/2.0
--- send-raw
    SIP/2.0
--- send-raw  fill=65507  no-end
    x
--- ignore-replies  200ms
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>
