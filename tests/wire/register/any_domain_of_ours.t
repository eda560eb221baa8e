# G5b use_domain=0: the domain does not matter as long as it is ours
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE  uri=sip:$user@127.0.0.11:$port
--- expect    302  contact=<sip:a@phone.example.org>
