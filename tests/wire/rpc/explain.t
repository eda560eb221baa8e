# reg302.explain: what would this caller be sent, and why
--- send      REGISTER  from=127.0.0.12:40000  contact=<sip:a@10.1.2.3:5060>;q=0.9  contact=<sip:b@phone.example.org>;q=0.5  contact=<sip:c@ws.invalid>;q=0.1
--- expect    200
--- expect-rpc  reg302.explain $user 127.0.0.13  ->  ok
    aor: $user
    contact: *sip:a@10.1.2.3:5060*
    offered: yes
    as: *sip:a@127.0.0.12:40000*
    contact: *sip:b@phone.example.org*
    offered: yes
    as: *sip:b@phone.example.org*
    contact: *sip:c@ws.invalid*
    offered: no
    reason: *
--- expect-rpc  reg302.explain $user 127.0.0.12:5070  ->  ok
    contact: *sip:a@10.1.2.3:5060*
    offered: yes
    as: *sip:a@10.1.2.3:5060*
