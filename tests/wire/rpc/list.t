# reg302.list tells AORs with their bindings
--- server    alone
--- send      REGISTER  contact=<sip:a@phone.example.org>;q=0.5  expires=600
--- expect    200
--- expect-rpc  reg302.list  ->  ok
    total: 1
    aor: $user
    contact: *sip:a@phone.example.org*
    next: 
--- expect-rpc  reg302.list  ->  ok
    listed: 1
--- expect-rpc  reg302.list 5  ->  ok
    listed: 1
--- expect-rpc  reg302.list  ->  ok
    expires_in: 598..600
--- expect-rpc  reg302.list none  ->  fault
--- expect-rpc  reg302.list s:-1  ->  fault
