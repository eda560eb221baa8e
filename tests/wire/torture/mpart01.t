# Z1 RFC 4475 3.1.1.11 (mpart01): a multipart body with binary parts: a MESSAGE to a user is redirected, its body not looked at
--- send      REGISTER  user=kumiko  call-id=$user  contact=<sip:kumiko@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    MESSAGE sip:kumiko@example.com SIP/2.0
    Via: SIP/2.0/UDP 127.0.0.12:5060;branch=z9hG4bK-d87543-4dade06d0bdb11ee-1--d87543-;rport
    Max-Forwards: 70
    Route: <sip:127.0.0.1:5080>
    Identity: r5mwreLuyDRYBi/0TiPwEsY3rEVsk/G2WxhgTV1PF7hHuLIK0YWVKZhKv9Mj8UeXqkMVbnVq37CD+813gvYjcBUaZngQmXc9WNZSDNGCzA+fWl9MEUHWIZo1CeJebdY/XlgKeTa0Olvq0rt70Q5jiSfbqMJmQFteeivUhkMWYUA=
    Contact: <sip:fluffy@127.0.0.1:5070>
    To: <sip:kumiko@example.org>
    From: <sip:fluffy@example.com>;tag=2fb0dcc9
    Call-ID: 3d9485ad0c49859b@Zmx1ZmZ5LW1hYy0xNi5sb2NhbA..
    CSeq: 1 MESSAGE
    Content-Transfer-Encoding: binary
    Content-Type: multipart/mixed;boundary=7a9cbec02ceef655
    Date: Sat, 15 Oct 2005 04:44:56 GMT
    User-Agent: SIPimp.org/0.2.5 (curses)
    Content-Length: 553

    --7a9cbec02ceef655
    Content-Type: text/plain
    Content-Transfer-Encoding: binary

    Hello
    --7a9cbec02ceef655
    Content-Type: application/octet-stream
    Content-Transfer-Encoding: binary

    0\x82\x01R\x06\x09*\x86H\x86\xf7\x0d\x01\x07\x02\xa0\x82\x01C0\x82\x01?\x02\x01\x011\x090\x07\x06\x05+\x0e\x03\x02\x1a0\x0b\x06\x09*\x86H\x86\xf7\x0d\x01\x07\x011\x82\x01 0\x82\x01\x1c\x02\x01\x010|0p1\x0b0\x09\x06\x03U\x04\x06\x13\x02US1\x130\x11\x06\x03U\x04\x08\x13\x0aCalifornia1\x110\x0f\x06\x03U\x04\x07\x13\x08San Jose1\x0e0\x0c\x06\x03U\x04\x0a\x13\x05sipit1)0'\x06\x03U\x04\x0b\x13 Sipit Test Certificate Authority\x02\x08\x01\x95\x00q\x023\x01\x130\x07\x06\x05+\x0e\x03\x02\x1a0\x0d\x06\x09*\x86H\x86\xf7\x0d\x01\x01\x01\x05\x00\x04\x81\x80\x8e\xf4f\xf9H\xf0R-\xd2\xe5\x97\x8e\x9d\x95\xaa\xe9\xf2\xfe\x15\xa0fYqb\x92\xe8\xda*\xa8\xd85\x0ah\xce\xff\xae<\xbd+\xff\x16u\xdd\xd5d\x8eY=\xd6G(\xf2b \xf7\xe9At\x9e3\x0d\x9a\x15\xed\xab\xdb\x93\xd1\x0cB\x10.{r\x89\xd2\x9c\xc0\xc9\xae.\xfb\xc7\xc0\xcf\xf9\x17/;\x02~O\xc0'\xe1Tm\xe4\xb6\xaa:\xbb>f\xcc\xcb]\xd6\xc6K\x83\x83\x14\x9c\xb8\xe6\xff\x18-\x94O\xe5{e\xbc\x99\xd0\x05
    --7a9cbec02ceef655--
--- expect    302  contact=<sip:kumiko@phone.example.org>
