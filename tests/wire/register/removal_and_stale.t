# G16 RFC 3261 10.3 (7): a removal beside a stale refresh: the binding to be removed stays
--- send      REGISTER  call-id=one@h  cseq=3  contact=<sip:one@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  call-id=two@h  cseq=9  contact=<sip:two@phone.example.org>
--- expect    200  contacts=2

--- send      REGISTER  call-id=two@h  cseq=8  contact=<sip:one@phone.example.org>;expires=0  contact=<sip:two@phone.example.org>
--- expect    400  reason="Invalid CSeq"

--- send      REGISTER
--- expect    200  any-order  contact=<sip:one@phone.example.org>;expires=3600  contact=<sip:two@phone.example.org>;expires=3600
