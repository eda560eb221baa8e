# G8 RFC 3261 10.3 (6): "*" with the Call-ID of a binding and a lower CSeq fails and removes nothing
--- send      REGISTER  cseq=7  contact=<sip:a@phone.example.org>
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600

--- send      REGISTER  cseq=6  contact=*  expires=0
--- expect    400  reason="Invalid CSeq"

--- send      REGISTER  cseq=8
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
