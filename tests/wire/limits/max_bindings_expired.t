# max_bindings=1: a binding that has expired makes room
--- server    alone max_bindings=1 min_expires=1
--- send      REGISTER  user=a.$user  call-id=a.$user  contact=<sip:a@phone.example.org>;expires=1
--- expect    200  contacts=1
--- send      REGISTER  user=b.$user  call-id=b.$user  contact=<sip:a@phone.example.org>
--- expect    500
    Retry-After: *
--- stat      reg302:bindings_expired +1  within=5s
--- send      REGISTER  user=b.$user  call-id=b.$user  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
