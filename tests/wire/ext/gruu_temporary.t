# R18 GR3 RFC 5627 5.1, 5.4: a temporary GRUU names its phone as long as the Call-ID stays; another Call-ID ends all older ones
--- send      REGISTER  call-id=one.$user  cseq=1
    Supported: gruu
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  save=first:temp-gruu
--- send      INVITE  uri=$first
--- expect    480
--- send      REGISTER  call-id=one.$user  cseq=2
    Supported: gruu
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  save=second:temp-gruu
--- send      INVITE  uri=$first
--- expect    480
--- send      INVITE  uri=$second
--- expect    480
--- send      REGISTER  call-id=two.$user  cseq=1
    Supported: gruu
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  save=third:temp-gruu
--- send      INVITE  uri=$first
--- expect    404
--- send      INVITE  uri=$second
--- expect    404
--- send      INVITE  uri=$third
--- expect    480
