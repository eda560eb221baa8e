# G14 RFC 3261 10.3 (7): same Call-ID, CSeq not higher: the request fails and changes nothing
--- send      REGISTER  cseq=7  contact=<sip:a@phone.example.org:5070>
--- expect    200  contact=<sip:a@phone.example.org:5070>;expires=3600

--- send      REGISTER  cseq=6  contact=<sip:a@phone.example.org:5080>
--- expect    400  reason="Invalid CSeq"

--- send      REGISTER
--- expect    200  contact=<sip:a@phone.example.org:5070>;expires=3600
