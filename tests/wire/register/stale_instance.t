# G14 RFC 3261 10.3 (7): a binding found by its +sip.instance is guarded by Call-ID and CSeq as well
--- send      REGISTER  cseq=10
    Contact: <sip:a@192.0.2.1:5070>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000a95a0e128>"
--- expect    200  contacts=1

--- send      REGISTER  cseq=5
    Contact: <sip:a@192.0.2.99:5070>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000a95a0e128>"
--- expect    400  reason="Invalid CSeq"

--- send      REGISTER  cseq=11
--- expect    200  contact=<sip:a@192.0.2.1:5070>;expires=3600;*
