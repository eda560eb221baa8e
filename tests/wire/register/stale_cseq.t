# G14 U1 RFC 3261 10.3 (7): same Call-ID, CSeq lower: the request fails and changes nothing
--- send      REGISTER  cseq=7  contact=<sip:a@phone.example.org>;expires=900
--- expect    200  contact=<sip:a@phone.example.org>;expires=900

--- send      REGISTER  cseq=6  contact=<sip:a@phone.example.org>;expires=300
--- expect    400  reason="Invalid CSeq"

--- send      REGISTER  cseq=6  contact=<sip:a@phone.example.org>;expires=0
--- expect    400  reason="Invalid CSeq"

--- send      REGISTER  cseq=8
--- expect    200  contact=<sip:a@phone.example.org>;expires=900
