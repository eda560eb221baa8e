# reg302.show of a user with a hundred long Contacts answers all the same
--- server    alone max_contacts=0
--- set       x50=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
--- for-each  1..100 REGISTER  contact=<sip:$n-$x50$x50$x50$x50$x50$x50$x50$x50@h>  -> 200
--- expect-rpc  reg302.show $user  ->  ok
    contact: *$x50*
--- expect-rpc  reg302.list  ->  ok
    total: 1
    aor: $user
