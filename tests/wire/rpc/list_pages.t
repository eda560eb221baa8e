# reg302.list: five hundred AORs in pages, each of them once
--- server    alone
--- for-each  1..500 REGISTER  user=page-$n  contact=<sip:a@phone.example.org>  -> 200
--- expect-pages  20 page- 500
--- expect-pages  100 page- 500
--- expect-rpc  reg302.list  ->  ok
    total: 500
--- expect-rpc  reg302.list  ->  ok
    listed: 20
