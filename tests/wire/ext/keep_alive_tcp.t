# O8 RFC 5626 4.4.1, 5.4: a double CRLF on a connection is answered with one CRLF, and requests go on
--- send      REGISTER  transport=tcp
    Supported: path, outbound
    Contact: <sip:a@phone.example.org;transport=tcp>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send-raw  transport=tcp  no-end
    \r\n\r\n
--- expect-pong
--- send      REGISTER  transport=tcp
--- expect    200  contacts=1
