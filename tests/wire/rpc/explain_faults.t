# reg302.explain: arguments that make no sense are faults; asking changes no counter
--- expect-rpc  reg302.explain  ->  fault 400
--- expect-rpc  reg302.explain $user  ->  fault 400
--- expect-rpc  reg302.explain $user not-an-ip  ->  fault 400
--- expect-rpc  reg302.explain $user 127.0.0.13:99999  ->  fault 400
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- expect-rpc  reg302.explain $user 127.0.0.13  ->  ok
    verdict: *
--- expect-rpc  reg302.explain $user [2001:db8::1]:5060  ->  ok
--- expect-rpc  reg302.explain $user 2001:db8::1  ->  ok
--- stat      reg302:redirect_sent +0
