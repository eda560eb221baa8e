# Z1 RFC 4475 3.1.1.3 (esc01): %-escapes: the user is sips:user@example.com at our domain, not a SIPS URI
--- send      REGISTER  user=sips%3Auser%40example.com  call-id=$user  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    INVITE sip:sips%3Auser%40example.com@example.com SIP/2.0
    To: sip:%75se%72@example.com
    From: <sip:I%20have%20spaces@example.net>;tag=938
    Max-Forwards: 87
    i: esc01.239409asdfakjkn23onasd0-3234
    CSeq: 234234 INVITE
    Via: SIP/2.0/UDP host5.example.net;branch=z9hG4bKkdjuw
    C: application/sdp
    Contact:
      <sip:cal%6Cer@host5.example.net;%6C%72;n%61me=v%61lue%25%34%31>
    Content-Length: 150

    v=0
    o=mhandley 29739 7272939 IN IP4 192.0.2.1
    s=-
    c=IN IP4 192.0.2.1
    t=0 0
    m=audio 49217 RTP/AVP 0 12
    m=video 3227 RTP/AVP 31
    a=rtpmap:31 LPC
--- expect    302  contact=<sip:a@phone.example.org>
--- send      REGISTER  user=sips%3auser%40example.com  call-id=$user
--- expect    200  contacts=1
