# GR4 RFC 5627 5.1: each refresh hands out another temporary GRUU, and never the user's name in it
--- send      REGISTER
    Supported: gruu
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  save=first:temp-gruu
--- send      REGISTER
    Supported: gruu
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  save=second:temp-gruu
--- send      REGISTER  user=other.$user  call-id=other.$user
    Supported: gruu
    Contact: <$first>
--- expect    200  contact=<$first>;expires=3600
--- send      REGISTER  user=other.$user  call-id=other.$user
    Supported: gruu
    Contact: <$second>
--- expect    200  contacts=2
