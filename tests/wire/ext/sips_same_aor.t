# SI1 RFC 5630 5.2: what sips:AOR has bound, sip:AOR lists, refreshes and removes
--- send      REGISTER  uri=sips:example.com  to=sips:$user@example.com  contact=<sips:a@phone.example.org>
--- expect    200  contacts=1
--- send      REGISTER  contact=<sip:b@phone.example.org>;q=0.5
--- expect    200  contact=<sips:a@phone.example.org>;expires=3600  contact=<sip:b@phone.example.org>;q=0.5;expires=3600
--- expect-rpc  reg302.show sip:$user@example.com
    *sips:a@phone.example.org*
--- send      REGISTER  contact=*  expires=0
--- expect    200  contact=none
--- send      INVITE  uri=sips:$user@example.com
--- expect    480
