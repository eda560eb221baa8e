# A response that answers nothing of ours is dropped: it is not forwarded along its second Via
--- listen    127.0.0.15:5076
--- send-raw
    SIP/2.0 200 OK
    Via: SIP/2.0/UDP 127.0.0.11:$port;branch=z9hG4bK-stray
    Via: SIP/2.0/UDP 127.0.0.15:5076;branch=z9hG4bK-victim
    From: <sip:caller@example.com>;tag=1
    To: <sip:$user@example.com>;tag=2
    Call-ID: $user@stray
    CSeq: 1 INVITE
    Content-Length: 0
--- send-raw
    SIP/2.0 302 Moved Temporarily
    Via: SIP/2.0/UDP 127.0.0.11:$port;branch=z9hG4bK-stray2
    Via: SIP/2.0/UDP 127.0.0.15:5076;branch=z9hG4bK-victim2
    From: <sip:caller@example.com>;tag=1
    To: <sip:$user@example.com>;tag=2
    Call-ID: $user@stray2
    CSeq: 1 INVITE
    Contact: <sip:evil@127.0.0.15:5076>
    Content-Length: 0
--- expect-nothing  400ms
