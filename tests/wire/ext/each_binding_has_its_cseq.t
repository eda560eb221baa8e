# G15 G14 RFC 3261 10.3 (7): every binding is guarded by the Call-ID and CSeq it came with, not by the highest of the user's
--- send      REGISTER  call-id=one.$user  cseq=50  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  call-id=two.$user  cseq=1  contact=<sip:b@phone.example.org>
--- expect    200  contacts=2
--- send      REGISTER  call-id=two.$user  cseq=2  contact=<sip:b@phone.example.org>;expires=700
--- expect    200  contacts=2
--- send      REGISTER  call-id=one.$user  cseq=49  contact=<sip:a@phone.example.org>;expires=700
--- expect    400  reason="Invalid CSeq"
--- expect-rpc  reg302.show $user
    *b@phone.example.org
    expires_in: 695..700
    callid: two.$user
    cseq: 2
    *a@phone.example.org
    expires_in: 3590..3600
    callid: one.$user
    cseq: 50
