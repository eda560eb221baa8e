# Z1 X7: half a REGISTER, then the end of the connection: nothing is bound; likewise when its body is missing
--- log       <core>
--- send-raw  transport=tcp  no-end
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/TCP $source;rport;branch=z9hG4bK-half
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: half.$user
    CSeq: 1 REGISTER
    Contact: <sip:a@phone.example.org>
    Max-For
--- ignore-replies  30ms
--- close
--- send-raw  transport=tcp
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/TCP $source;rport;branch=z9hG4bK-half2
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: half.$user
    CSeq: 2 REGISTER
    Contact: <sip:b@phone.example.org>
    Max-Forwards: 70
    Content-Disposition: session;handling=optional
    Content-Type: foo/bar
    Content-Length: 100

    hello
--- ignore-replies  30ms
--- close
--- send      REGISTER  transport=tcp
--- expect    200  contact=none
