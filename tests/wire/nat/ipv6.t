# fc00::/7 and fe80::/10 are private: the source stands in, with brackets
--- send      REGISTER  dst=::1  from=[::1]:40000  contact=<sip:a@[fd00:12::5]:5060>
--- expect    200  contact=<sip:a@[fd00:12::5]:5060>;expires=3600
--- send      INVITE  from=127.0.0.13:5070
--- expect    302  contact=<sip:a@[::1]:40000>
--- send      REGISTER  dst=::1  from=[::1]:40000  contact=<sip:a@[fd00:12::5]:5060>;expires=0  contact=<sip:b@[2001:db8::5]>
--- expect    200  contacts=1
--- send      INVITE  from=127.0.0.13:5070
--- expect    302  contact=<sip:b@[2001:db8::5]>
