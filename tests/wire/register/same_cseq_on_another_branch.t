# U21 G22: the same Call-ID and CSeq that came another way is a retransmission too
--- send      REGISTER  cseq=5  contact=<sip:a@phone.example.org>;expires=600
--- expect    200  contact=<sip:a@phone.example.org>;expires=600
--- send      REGISTER  cseq=5  contact=<sip:a@phone.example.org>;expires=600
--- expect    200  contact=<sip:a@phone.example.org>;expires=600
