# Z1 RFC 4475 3.4.1 (inv2543): an INVITE of RFC 2543: no branch, no tag, no Max-Forwards, no Content-Length: redirected
--- send      REGISTER  user=UserB  call-id=$user  contact=<sip:userb@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    INVITE sip:UserB@example.com SIP/2.0
    Via: SIP/2.0/UDP iftgw.example.com
    From: <sip:+13035551111@ift.client.example.net;user=phone>
    Record-Route: <sip:UserB@example.com;maddr=ss1.example.com>
    To: sip:+16505552222@ss1.example.net;user=phone
    Call-ID: inv2543.1717@ift.client.example.com
    CSeq: 56 INVITE
    Content-Type: application/sdp

    v=0
    o=mhandley 29739 7272939 IN IP4 192.0.2.5
    s=-
    c=IN IP4 192.0.2.5
    t=0 0
    m=audio 49217 RTP/AVP 0
--- expect    302  contact=<sip:userb@phone.example.org>
--- send      REGISTER  user=UserB  call-id=$user  contact=*  expires=0
--- expect    200  contact=none
