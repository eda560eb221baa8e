# reg302.show tells all about the bindings of one AOR, best first
--- send      REGISTER  from=127.0.0.12:40000  call-id=show@h  cseq=77  expires=600
    User-Agent: Test Phone 1.0
    Contact: <sip:b@10.1.2.3:5060>;q=0.3;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
    Contact: <sip:a@phone.example.org>;q=0.8;expires=900
--- expect    200
--- expect-rpc  reg302.show $user  ->  ok
    aor: $user
    contact: *sip:a@phone.example.org*
    contact: *sip:b@10.1.2.3:5060*
--- expect-rpc  reg302.show $user  ->  ok
    expires_in: 899..900
--- expect-rpc  reg302.show $user  ->  ok
    callid: show@h
--- expect-rpc  reg302.show $user  ->  ok
    cseq: 77
--- expect-rpc  reg302.show $user  ->  ok
    user_agent: Test Phone 1.0
--- expect-rpc  reg302.show $user  ->  ok
    received: *127.0.0.12:40000*
--- expect-rpc  reg302.show $user  ->  ok
    q: 0.8*
    q: 0.3*
--- expect-rpc  reg302.show $user  ->  ok
    instance: *urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6*
--- expect-rpc  reg302.show $user  ->  ok
    socket: udp:127.0.0.11:$port
