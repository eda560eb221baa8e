# Z1 RFC 4475 3.1.1.9 (semiuri): semicolon-separated parameters in the user part: they belong to the user
--- send      REGISTER  user=user;par=u%40example.net  call-id=$user  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    OPTIONS sip:user;par=u%40example.net@example.com SIP/2.0
    To: sip:j_user@example.com
    From: sip:caller@example.org;tag=33242
    Max-Forwards: 3
    Call-ID: semiuri.0ha0isndaksdj
    CSeq: 8 OPTIONS
    Accept: application/sdp, application/pkcs7-mime,
            multipart/mixed, multipart/signed,
            message/sip, message/sipfrag
    Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKkdjuw
    l: 0
--- expect    302  contact=<sip:a@phone.example.org>
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
--- send      REGISTER  user=user;par=u%40example.net  call-id=$user
--- expect    200  contact=<sip:a@phone.example.org>;*
