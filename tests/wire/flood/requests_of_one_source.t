# More requests in two seconds than FLOOD_REQUESTS and the source gets no answer for a while; another one does
--- server    alone def=WITH_ANTIFLOOD def=FLOOD_REQUESTS=20
--- for-each  1..15  OPTIONS  uri=sip:example.com  from=127.0.0.16:5070  -> 200
--- send      OPTIONS  uri=sip:example.com  from=127.0.0.17:5070
--- expect    200
--- send-raw  from=127.0.0.16:5071
    OPTIONS sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;rport;branch=z9hG4bK-$user-1
    Max-Forwards: 70
    From: <sip:a@example.org>;tag=1
    To: <sip:example.com>
    Call-ID: flood-1
    CSeq: 1 OPTIONS
    Content-Length: 0
--- repeat-last
--- repeat-last
--- repeat-last
--- repeat-last
--- repeat-last
--- repeat-last
--- repeat-last
--- repeat-last
--- repeat-last
--- repeat-last
--- ignore-replies 300ms
--- send      OPTIONS  uri=sip:example.com  from=127.0.0.16:5070
--- expect-nothing 300ms
--- send      OPTIONS  uri=sip:example.com  from=127.0.0.17:5070
--- expect    200
