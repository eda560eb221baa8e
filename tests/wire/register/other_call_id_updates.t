# G13 RFC 3261 10.3 (7): a binding made with another Call-ID is updated or removed whatever its CSeq
--- send      REGISTER  call-id=first@h  cseq=100  contact=<sip:a@phone.example.org>
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600

--- send      REGISTER  call-id=second@h  cseq=1  contact=<sip:a@phone.example.org>;expires=700
--- expect    200  contact=<sip:a@phone.example.org>;expires=700

--- send      REGISTER  call-id=third@h  cseq=1  contact=<sip:a@phone.example.org>;expires=0
--- expect    200  contact=none
