# U19 RFC 3261 19.3: another call gets another To-tag
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  save-tag=first
--- send      INVITE
--- expect    302  other-tag=$first
