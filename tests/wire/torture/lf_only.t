# Z1 RFC 3261 7: lines end with CRLF; with LF alone they are read as well, with CR alone it is no SIP
# core: takes LF for the end of a line
--- log       <core>
--- log       sanity
--- send-raw  no-end
    REGISTER sip:example.com SIP/2.0\nVia: SIP/2.0/UDP $source;rport;branch=z9hG4bK-lf\nFrom: <sip:$user@example.com>;tag=1\nTo: <sip:$user@example.com>\nCall-ID: lf.$user\nCSeq: 1 REGISTER\nMax-Forwards: 70\nContact: <sip:a@phone.example.org>\nContact: <sip:b@phone.example.org>\nContent-Length: 0\n\n
--- ignore-replies  60ms
--- send-raw  no-end
    REGISTER sip:example.com SIP/2.0\rVia: SIP/2.0/UDP $source;rport;branch=z9hG4bK-cr\rFrom: <sip:cr.$user@example.com>;tag=1\rTo: <sip:cr.$user@example.com>\rCall-ID: cr.$user\rCSeq: 1 REGISTER\rMax-Forwards: 70\rContact: <sip:a@phone.example.org>\rContent-Length: 0\r\r
--- ignore-replies  60ms
--- send      REGISTER
--- expect    200  contacts=2
--- send      REGISTER  user=cr.$user
--- expect    200  contact=none
