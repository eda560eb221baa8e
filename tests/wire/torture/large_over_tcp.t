# Z1 X7: sixty thousand bytes of header fields over TCP: answered, or that connection ends
--- log       <core>
--- log       sanity
--- log       reg302
--- send-raw  transport=tcp
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/TCP $source;rport;branch=z9hG4bK-big
    From: <sip:$user@example.com>;tag=1
    To: <sip:$user@example.com>
    Call-ID: big.$user
    CSeq: 1 REGISTER
    Max-Forwards: 70
    \{3000}X-Header-\#: some text
    Contact: <sip:a@phone.example.org>
    Content-Length: 0
--- ignore-replies  200ms
--- close
--- send      REGISTER  transport=tcp
--- expect    200  contacts=0..1
