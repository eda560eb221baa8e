# R17 R18 RFC 5627 5.4, 6.1: a request to a GRUU is no redirection: 480 while the AOR is known, 404 for a user nobody knows
--- send      INVITE  uri=sip:$user@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6
--- expect    404
--- send      REGISTER
    Supported: gruu
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  save=public:pub-gruu  save=unused:temp-gruu
--- send      INVITE  uri=$public
--- expect    480
--- send      OPTIONS  uri=$public;x=y
--- expect    480
--- send      INVITE  uri=sip:$user@example.com;gr=urn:uuid:00000000-0000-1000-8000-000a95a0e128
--- expect    480
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>
--- send      REGISTER  contact=*  expires=0
--- expect    200  contact=none
--- send      INVITE  uri=$public
--- expect    480
