# An AOR may be called 1001, 1001@host or sip:1001@host; a bare number is a name too
--- send      REGISTER  user=200100  contact=<sip:a@phone.example.org>
--- expect    200
--- expect-rpc  reg302.show 200100  ->  ok
    contact: *sip:a@phone.example.org*
--- expect-rpc  reg302.show s:200100  ->  ok
    contact: *sip:a@phone.example.org*
--- expect-rpc  reg302.show 200100@example.com  ->  ok
    contact: *sip:a@phone.example.org*
--- expect-rpc  reg302.show sip:200100@example.com  ->  ok
    contact: *sip:a@phone.example.org*
--- expect-rpc  reg302.remove 200100  ->  ok
--- expect-rpc  reg302.show 200100  ->  none
