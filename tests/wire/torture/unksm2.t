# Z1 RFC 4475 3.3.4 (unksm2): unknown schemes in To and Contact of a REGISTER: refused, the AOR is none of ours
--- log       <core>
--- log       pv
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  request  from=127.0.0.12:5060
    REGISTER sip:example.com SIP/2.0
    To: isbn:2983792873
    From: <http://www.example.com>;tag=3234233
    Call-ID: unksm2.daksdj@hyphenated-host.example.com
    CSeq: 234902 REGISTER
    Max-Forwards: 70
    Via: SIP/2.0/UDP 192.0.2.21:5060;branch=z9hG4bKkdjuw
    Contact: <name:John_Smith>
    l: 0
--- expect    400|404
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
