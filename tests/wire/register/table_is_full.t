# max_bindings: when the table is full a new binding is refused with Retry-After, a refresh goes on
--- server    alone max_bindings=2
--- send      REGISTER  user=a.$user  contact=<sip:a@h>
--- expect    200  contacts=1
--- send      REGISTER  user=b.$user  contact=<sip:a@h>
--- expect    200  contacts=1
--- send      REGISTER  user=c.$user  contact=<sip:a@h>
--- expect    500|503
    Retry-After: 30
--- send      REGISTER  user=c.$user
--- expect    200  contact=none
--- send      REGISTER  user=a.$user  contact=<sip:a@h>;expires=700
--- expect    200  contact=<sip:a@h>;expires=700
--- send      REGISTER  user=b.$user  contact=*  expires=0
--- expect    200
--- send      REGISTER  user=c.$user  contact=<sip:a@h>
--- expect    200  contacts=1
