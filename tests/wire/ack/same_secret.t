# tag_secret: an ACK is absorbed by a server that knows the secret
--- server    tag_secret="one-secret-for-all-nodes-of-the-cluster"
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE
--- expect    302
--- ack
--- expect-nothing  100ms
--- stat      reg302:ack_absorbed +1
