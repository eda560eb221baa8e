# Z1 RFC 4475 3.1.2.10 (trws): blanks at the end of the request line: 400, or they are ignored
--- log       <core>
--- send      REGISTER  user=remote-target  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  transport=tcp
    OPTIONS sip:remote-target@example.com SIP/2.0 \x20
    Via: SIP/2.0/TCP host1.examle.com;branch=z9hG4bK299342093
    To: <sip:remote-target@example.com>
    From: <sip:local-resource@example.com>;tag=329429089
    Call-ID: trws.oicu34958239neffasdhr2345r
    Accept: application/sdp
    CSeq: 238923 OPTIONS
    Max-Forwards: 70
    Content-Length: 0
--- expect    400|302
--- close
--- send      REGISTER  user=remote-target  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
