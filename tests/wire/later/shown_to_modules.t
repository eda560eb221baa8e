# who watches replies is shown the request beside a reply that the writer sends
--- server    cfg=reply/hooks.cfg sql=later/database.sql db_timeout_ms=30000 def=WITH_PROBE alone
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- pass      100ms
--- expect-rpc  probe.seen -> ok
    replies: 1
    code: 200
    status: 200
    whole: 1
    method: REGISTER
    port: 5070
    to_port: 5070
