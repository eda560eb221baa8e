# T5 a REGISTER in a transaction waits for the commit in it: one 200, with all that a script has added, and the same one again
--- server    cfg=reply/hooks.cfg sql=later/database.sql db_timeout_ms=30000
--- send      REGISTER  contact=<sip:a@phone.example.org>
    X-Do: transaction
    Record-Route: <sip:proxy.example.org;lr>
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600  save-tag=first
    X-Script: one, two
    Content-Type: text/plain
    Content-Length: 7
    !Record-Route
--- repeat-last
--- expect    200  contact=<sip:a@phone.example.org>;expires=3600  tag=$first
    X-Script: one, two
    Content-Length: 7
