# host_max_size=10: a To at 127.0.0.11 is served, one at example.com has a byte too many: 404 and counted, nothing is bound
--- server    host_max_size=10
--- send      REGISTER  to=sip:$user@127.0.0.11  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:b@phone.example.org>
--- expect    404
--- stat      reg302:register_refused_aor_too_long +1
--- send      REGISTER  to=sip:$user@127.0.0.11
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
