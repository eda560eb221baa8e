# Z1 X7 O8 RFC 3261 7.5: empty lines before a request on a stream are skipped, though they are a keep-alive as well
--- send-raw  transport=tcp  no-end  later
    \r\n\r\n
--- send      REGISTER  transport=tcp  contact=<sip:a@phone.example.org>
--- expect-pong
--- expect    200  contacts=1
--- send-raw  transport=tcp  no-end  later
    \r\n
--- send      REGISTER  transport=tcp
--- expect    200  contacts=1
--- ignore-replies  20ms
