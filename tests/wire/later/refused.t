# a row that the database refuses: its REGISTER gets 500 by the way it came, and in its transaction; others get their 200
--- server    cfg=reply/hooks.cfg sql=later/database.sql db_timeout_ms=30000
--- log       the database does not take
--- log       not this one
--- send      REGISTER  dst=127.0.0.21  from=127.0.0.13:5077  user=later.refused  contact=<sip:a@phone.example.org>
    Via: SIP/2.0/UDP p1.example.org
     ;branch=z9hG4bK-below
    Supported: path
--- expect    500  contact=none
    Server: *
    Content-Length: 0
--- send      REGISTER  user=later.refused  call-id=b  transport=tcp  contact=<sip:a@phone.example.org>
--- expect    500  contact=none
--- send      REGISTER  user=later.refused  call-id=c  contact=<sip:a@phone.example.org>
    X-Do: transaction
--- expect    500  contact=none  save-tag=first
--- repeat-last
--- expect    500  contact=none  tag=$first
--- send      REGISTER  user=later.fine  call-id=d  contact=<sip:a@phone.example.org>
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600
