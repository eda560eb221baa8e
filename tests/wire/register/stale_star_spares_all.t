# G8 G16 RFC 3261 10.3 (6): one binding with a higher CSeq keeps "*" from removing the others too
--- send      REGISTER  call-id=old@h  cseq=1  contact=<sip:old@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  call-id=new@h  cseq=9  contact=<sip:new@phone.example.org>
--- expect    200  contacts=2

--- send      REGISTER  call-id=new@h  cseq=8  contact=*  expires=0
--- expect    400  reason="Invalid CSeq"

--- send      REGISTER
--- expect    200  contacts=2
