# R32: a user registered at another user of ours, and that one at the first: each is answered once
--- send      REGISTER  user=a.$user  contact=<sip:b.$user@example.com>
--- expect    200  contacts=1
--- send      REGISTER  user=b.$user  contact=<sip:a.$user@example.com>
--- expect    200  contacts=1
--- send      INVITE  user=a.$user
--- expect    302  contact=<sip:b.$user@example.com>
--- send      INVITE  user=b.$user
--- expect    302  contact=<sip:a.$user@example.com>
