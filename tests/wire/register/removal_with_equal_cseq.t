# G14 G20 RFC 3261 10.3 (7): a removal with the CSeq of the binding is no retransmission: refused, and the binding stays
--- send      REGISTER  call-id=rm@h  cseq=5  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  call-id=rm@h  cseq=5  contact=<sip:a@phone.example.org>;expires=0
--- expect    400 Invalid CSeq
--- send      REGISTER  call-id=rm@h  cseq=6  contact=<sip:a@phone.example.org>;expires=0
--- expect    200  contact=none
# the same again, as a client repeats it: it is gone, and stays so
--- send      REGISTER  call-id=rm@h  cseq=6  contact=<sip:a@phone.example.org>;expires=0
--- expect    200  contact=none
