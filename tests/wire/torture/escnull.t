# Z1 RFC 4475 3.1.1.4 (escnull): escaped NULs in a user part: two Contacts of an AOR that is not cut at the NUL
--- send-raw  request  from=127.0.0.12:5060
    REGISTER sip:example.com SIP/2.0
    To: sip:null-%00-null@example.com
    From: sip:null-%00-null@example.com;tag=839923423
    Max-Forwards: 70
    Call-ID: escnull.39203ndfvkjdasfkq3w4otrq0adsfdfnavd
    CSeq: 14398234 REGISTER
    Via: SIP/2.0/UDP host5.example.com;branch=z9hG4bKkdjuw
    Contact: <sip:%00@host5.example.com>
    Contact: <sip:%00%00@host5.example.com>
    L:0
--- expect    200  any-order  contact=<sip:%00@host5.example.com>;*  contact=<sip:%00%00@host5.example.com>;*
--- send      INVITE  user=null-%00-null
--- expect    302  any-order  contact=<sip:%00@host5.example.com>  contact=<sip:%00%00@host5.example.com>
--- send      INVITE  user=null-
--- expect    404
--- send      INVITE  user=null-%00-nul
--- expect    404
--- send      REGISTER  user=null-%00-null  call-id=$user  contact=*  expires=0
--- expect    200  contact=none
