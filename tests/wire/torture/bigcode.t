# Z1 RFC 4475 3.1.2.19 (bigcode): a response with a code beyond its range: dropped
--- log       <core>
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  from=127.0.0.12:5060
    SIP/2.0 4294967301 better not break the receiver
    Via: SIP/2.0/UDP 192.0.2.105;branch=z9hG4bK2398ndaoe
    Call-ID: bigcode.asdof3uj203asdnf3429uasdhfas3ehjasdfas9i
    CSeq: 353494 INVITE
    From: <sip:user@example.com>;tag=39ansfi3
    To: <sip:user@example.edu>;tag=902jndnke3
    Content-Length: 0
    Contact: <sip:user@host105.example.com>
--- expect-nothing  60ms
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
