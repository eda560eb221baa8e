# who watches replies (SREV_SIP_REPLY_OUT) is shown status, request, reply and where it went
--- server    cfg=reply/hooks.cfg def=WITH_PROBE alone
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- expect-rpc  probe.seen -> ok
    replies: 1
    code: 200
    status: 200
    whole: 1
    method: REGISTER
    port: 5070
    to_port: 5070
--- send      INVITE
--- expect    302
--- ack
--- expect-rpc  probe.seen -> ok
    replies: 2
    code: 302
    status: 302
    whole: 1
    method: INVITE
    port: 5070
--- send      REGISTER  contact=<sip:a@phone.example.org>  expires=1
--- expect    423
--- expect-rpc  probe.seen -> ok
    replies: 3
    code: 423
    status: 423
    method: REGISTER
