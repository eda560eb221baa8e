# reg302.stats: the counters as numbers
--- server    alone
--- expect-rpc  reg302.stats  ->  ok
    aors: 0
    bindings: 0
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- expect-rpc  reg302.stats  ->  ok
    aors: 1
    bindings: 1
--- expect-rpc  reg302.stats  ->  ok
    register_bound: 1
--- expect-rpc  reg302.stats  ->  ok
    redirect_sent: 0
