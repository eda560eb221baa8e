# max_bindings=2 holds for kamcmd as well: a fault, and nothing added; reg302.flush all makes room
--- server    alone max_bindings=2
--- send      REGISTER  contact=<sip:a@phone.example.org>  contact=<sip:b@phone.example.org>
--- expect    200  contacts=2
--- expect-rpc  reg302.add other.$user sip:d@phone.example.org -> fault
--- expect-rpc  reg302.show other.$user -> none
--- stat      reg302:bindings +2
--- expect-rpc  reg302.flush all
--- expect-rpc  reg302.add other.$user sip:d@phone.example.org -> ok
--- stat      reg302:bindings +1
