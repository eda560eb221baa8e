# RFC 3261 8.1.1.5: a CSeq is less than 2^31, so it does not wrap
--- log       <core>
--- send      REGISTER  cseq=99999999999  contact=<sip:a@phone.example.org>
--- expect    400
--- send      REGISTER  cseq=1
--- expect    200  contact=none
