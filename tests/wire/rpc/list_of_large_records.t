# reg302.list stays below the 32 KB of a reply however large the records are
--- server    alone max_contacts=0
--- set       x50=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
--- for-each  1..40 REGISTER  user=big-$n  contact=<sip:1$x50$x50$x50$x50$x50$x50$x50$x50@h>  contact=<sip:2$x50$x50$x50$x50$x50$x50$x50$x50@h>  contact=<sip:3$x50$x50$x50$x50$x50$x50$x50$x50@h>  contact=<sip:4$x50$x50$x50$x50$x50$x50$x50$x50@h>  -> 200
--- expect-pages  100 big- 40
