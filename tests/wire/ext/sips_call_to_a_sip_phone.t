# R20 RFC 5630 5.4: SIPS Request-URI, SIP Contact: redirected to the SIP one as it is, or 480 with Warning 380; never promoted
--- send      REGISTER  contact=<sip:a@phone.example.org;transport=tcp>
--- expect    200  contacts=1
--- send      INVITE  uri=sips:$user@example.com
--- expect    302  contact=<sip:a@phone.example.org;transport=tcp>
