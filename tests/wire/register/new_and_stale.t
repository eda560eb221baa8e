# G16 RFC 3261 10.3 (7): a new Contact beside a stale one: all or nothing, so nothing
--- send      REGISTER  cseq=7  contact=<sip:a@phone.example.org>
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600

--- send      REGISTER  cseq=6  contact=<sip:b@phone.example.org>  contact=<sip:a@phone.example.org>
--- expect    400  reason="Invalid CSeq"

--- send      REGISTER  cseq=6  contact=<sip:a@phone.example.org>  contact=<sip:b@phone.example.org>
--- expect    400  reason="Invalid CSeq"

--- send      REGISTER  cseq=8
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
