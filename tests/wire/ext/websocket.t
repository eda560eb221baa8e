# W1 RFC 7118 5.1, B.1: a ".invalid" sent-by gets received and rport, the Contact is bound as it is and offered to nobody
--- send      REGISTER  transport=tcp  sent-by=df7jal23ls0d.invalid
    Contact: <sip:x7k2@df7jal23ls0d.invalid;transport=ws>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contact=<sip:x7k2@df7jal23ls0d.invalid;transport=ws>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";expires=3600
--- send      INVITE  from=127.0.0.13:5070
--- expect    480
--- send      INVITE  transport=tcp
--- expect    480
--- send      REGISTER  transport=tcp  sent-by=df7jal23ls0d.invalid
    Contact: <sip:b@phone.example.org>
--- expect    200  contacts=2
--- send      INVITE
--- expect    302  contact=<sip:b@phone.example.org>
