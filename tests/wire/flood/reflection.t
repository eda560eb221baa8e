# X1 what a Via says of maddr or of another host moves no reply: it goes to where the request came from
--- server    def=WITH_ANTIFLOOD
--- listen    127.0.0.15:5075
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send      INVITE  branch=z9hG4bK-m1;maddr=127.0.0.15;ttl=16
--- expect    302
--- send      INVITE  branch=z9hG4bK-m2;maddr=127.0.0.15  rport=no  sent-by=127.0.0.15:5075
--- expect    302
--- send      INVITE  sent-by=127.0.0.15:5075
--- expect    302
--- send      INVITE
    Via: SIP/2.0/UDP 127.0.0.15:5075;branch=z9hG4bK-below
--- expect    302
# a response that nobody asked for is forwarded to nobody
--- send-raw
    SIP/2.0 200 OK
    Via: SIP/2.0/UDP 127.0.0.11;branch=z9hG4bK-top
    Via: SIP/2.0/UDP 127.0.0.15:5075;branch=z9hG4bK-below
    From: <sip:a@example.org>;tag=1
    To: <sip:b@example.org>;tag=2
    Call-ID: stray
    CSeq: 1 INVITE
    Content-Length: 0
--- expect-nothing 300ms
