# reg302.flush drops what has expired, reg302.flush all everything
--- server    alone min_expires=1
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=1  contact=<sip:b@phone.example.org>
--- expect    200
--- pass      1100ms
--- expect-rpc  reg302.flush  ->  ok
--- expect-rpc  reg302.stats  ->  ok
    aors: 1
    bindings: 1
--- expect-rpc  reg302.flush all  ->  ok
--- expect-rpc  reg302.stats  ->  ok
    aors: 0
    bindings: 0
--- send      REGISTER
--- expect    200  contact=none
--- expect-rpc  reg302.flush some  ->  fault 400
