# reg302.list of an empty table is a list, not a fault
--- server    alone
--- expect-rpc  reg302.list  ->  ok
    total: 0
--- expect-rpc  reg302.list  ->  ok
    listed: 0
