# max_bindings=3: the third of the whole server is bound, the next is 500 with Retry-After, counted; refresh and removal go on, an exchange too
--- server    alone max_bindings=3 retry_after=17
--- send      REGISTER  user=a.$user  call-id=a.$user  contact=<sip:a@phone.example.org>  contact=<sip:b@phone.example.org>
--- expect    200  contacts=2
--- send      REGISTER  user=b.$user  call-id=b.$user  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  user=c.$user  call-id=c.$user  contact=<sip:a@phone.example.org>
--- expect    500
    Retry-After: 17
--- send      REGISTER  user=b.$user  call-id=b.$user  contact=<sip:a@phone.example.org>;expires=700  contact=<sip:c@phone.example.org>
--- expect    500
    Retry-After: 17
--- stat      reg302:register_refused_full +2
--- stat      reg302:bindings +3
--- stat      reg302:aors +2
--- send      REGISTER  user=b.$user  call-id=b.$user
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
--- send      INVITE  user=c.$user
--- expect    404
--- send      REGISTER  user=b.$user  call-id=b.$user  contact=<sip:a@phone.example.org>;expires=700
--- expect    200  contact=<sip:a@phone.example.org>;expires=700
--- send      REGISTER  user=b.$user  call-id=b.$user  contact=<sip:c@phone.example.org>  contact=<sip:a@phone.example.org>;expires=0
--- expect    200  contact=<sip:c@phone.example.org>;expires=3600
--- send      REGISTER  user=a.$user  call-id=a.$user  contact=<sip:a@phone.example.org>;expires=0
--- expect    200  contacts=1
--- send      REGISTER  user=c.$user  call-id=c.$user  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- stat      reg302:bindings +3
--- stat      reg302:register_refused_full +2
