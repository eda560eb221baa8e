# Z1 RFC 4475 3.3.6 (invut): an unknown body: a redirect server does not read it
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    INVITE sip:user@example.com SIP/2.0
    Contact: <sip:caller@host5.example.net>
    To: sip:j.user@example.com
    From: sip:caller@example.net;tag=8392034
    Max-Forwards: 70
    Call-ID: invut.0ha0isndaksdjadsfij34n23d
    CSeq: 235448 INVITE
    Via: SIP/2.0/UDP somehost.example.com;branch=z9hG4bKkdjuw
    Content-Type: application/unknownformat
    Content-Length: 40

    <audio>
     <pcmu port="443"/>
    </audio>
--- expect    302  contact=<sip:user@phone.example.org>
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
