# G5b use_domain=1: the same user in two domains is two AORs
--- server    use_domain=1
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  to=sip:$user@127.0.0.11:$port
--- expect    200  contact=none
--- send      REGISTER  to=sip:$user@EXAMPLE.COM
--- expect    200  contacts=1
