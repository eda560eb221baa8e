# G8 RFC 3261 10.2.2, 10.3 (6): "*" with Expires: 0 removes every binding, of other Call-IDs too
--- send      REGISTER  call-id=one@h  cseq=50  contact=<sip:one@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  call-id=two@h  cseq=1  contact=<sip:two@phone.example.org>
--- expect    200  contacts=2

--- send      REGISTER  call-id=two@h  cseq=2  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER
--- expect    200  contact=none
