# X1 X2 RFC 3261 18.2.1, RFC 3581 4: received for a sent-by that is a name, rport with the source port
--- send      OPTIONS  uri=sip:example.com  sent-by=phone.example.org:5099
--- expect    200
