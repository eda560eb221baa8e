# O8: what phones send over UDP to keep a NAT open (CRLF, a zero byte, a STUN request) hurts nobody
--- log       <core>
--- send-raw  no-end
    \r\n\r\n
--- send-raw  no-end
    \0\0\0\0
--- send-raw  no-end
    \x00\x01\x00\x00\x21\x12\xa4\x42abcdefghijkl
--- ignore-replies  100ms
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
