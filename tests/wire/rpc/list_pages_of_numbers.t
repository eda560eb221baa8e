# reg302.list: AORs that look like numbers page too, "s:" before the cursor
--- server    alone
--- for-each  1..150 REGISTER  user=55$n  contact=<sip:a@phone.example.org>  -> 200
--- expect-pages  10 55 150
