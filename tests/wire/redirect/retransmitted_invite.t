# R4 T4 U18: the same INVITE again gets the same 302 with the same To-tag
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  contact=<sip:a@phone.example.org>  save-tag=first
--- repeat-last
--- expect    302  contact=<sip:a@phone.example.org>  tag=$first
--- pass      1100ms
--- repeat-last
--- expect    302  contact=<sip:a@phone.example.org>  tag=$first
