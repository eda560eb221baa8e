# X2 RFC 3581 4: with rport asked for, received is there even when it equals the sent-by
--- send      OPTIONS  uri=sip:example.com
--- expect    200
    Via: SIP/2.0/UDP 127.0.0.12:5070*;received=127.0.0.12*
