# RFC 3261 8.1.1.5: the method in CSeq has to be that of the request
--- log       <core>
--- send      REGISTER  contact=<sip:a@phone.example.org>
    CSeq: 1 INVITE
--- expect    400
--- send      REGISTER  cseq=2
--- expect    200  contact=none
