# R18 GR6 RFC 5627 5.1: when the phone has removed its binding its temporary GRUUs are invalid, and stay so
--- send      REGISTER  call-id=one.$user  cseq=1
    Supported: gruu
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  save=old:temp-gruu
--- send      REGISTER  call-id=one.$user  cseq=2  contact=*  expires=0
--- expect    200  contact=none
--- send      INVITE  uri=$old
--- expect    404
--- send      REGISTER  call-id=two.$user  cseq=1
    Supported: gruu
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200
--- send      INVITE  uri=$old
--- expect    404
