# What came and went leaves the shared memory as it was, the users forgotten too
--- server    alone remember_users=0
--- for-each  1..200 REGISTER  user=u$n  contact=<sip:a@phone.example.org>  contact=<sip:b@phone.example.org>;q=0.2  -> 200
--- for-each  1..200 REGISTER  user=u$n  contact=<sip:b@phone.example.org>;q=0.9;expires=700  -> 200
--- for-each  1..200 REGISTER  user=u$n  contact=<sip:a@phone.example.org>;expires=0  -> 200
--- for-each  1..200 REGISTER  user=u$n  contact=*  expires=0  -> 200
--- stat      reg302:bindings +0
--- stat      shmem:used_size +0  within=10s
