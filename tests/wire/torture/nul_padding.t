# Z1 RFC 3261 18.3: NULs behind the end of a datagram's message are not part of it
--- send-raw  request  no-end
    REGISTER sip:example.com SIP/2.0\r\nVia: SIP/2.0/UDP $source;rport;branch=z9hG4bK-pad\r\nFrom: <sip:$user@example.com>;tag=1\r\nTo: <sip:$user@example.com>\r\nCall-ID: pad.$user\r\nCSeq: 1 REGISTER\r\nMax-Forwards: 70\r\nContact: <sip:a@phone.example.org>\r\nContent-Length: 0\r\n\r\n\0\0\0\0
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
