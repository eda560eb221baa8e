# X4, our choice for NAT: also without rport the reply goes to the port the request came from
--- listen    127.0.0.12:5099
--- send      OPTIONS  uri=sip:example.com  sent-by=127.0.0.12:5099  rport=no
--- expect    200
