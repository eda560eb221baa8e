# U1: hundreds of refused REGISTERs leave the shared memory as it was
--- server    alone max_contacts=1 path_mode=strict
--- log       <core>
--- for-each  1..200 REGISTER  user=u$n  contact=<sip:a@phone.example.org>;expires=5  -> 423
--- for-each  1..200 REGISTER  user=u$n  contact=<sip:a@phone.example.org>  contact=<sip:b@phone.example.org>  -> 403
--- for-each  1..200 REGISTER  user=u$n  contact=*  -> 400
--- for-each  1..200 REGISTER  user=u$n  contact=<sip:a@phone.example.org>  contact=<bad>  -> 400
--- for-each  1..200 REGISTER  user=u$n  -> 200
--- for-each  1..200 INVITE    user=u$n  -> 404
--- stat      shmem:used_size +0
