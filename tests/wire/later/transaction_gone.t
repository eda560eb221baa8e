# a commit that comes when tm has given up: the phone has a 408 and nothing after it, and registers again
--- server    cfg=reply/hooks.cfg sql=later/database.sql db_timeout_ms=30000
--- send      REGISTER  user=later.slow.gone  contact=<sip:a@phone.example.org>
    X-Do: transaction
--- expect    408
--- stat      reg302:replies_unsent  +1  within=20s
--- expect-nothing  100ms
--- send      REGISTER  user=later.slow.gone
--- expect    200  contact=<sip:a@phone.example.org>;expires=*
