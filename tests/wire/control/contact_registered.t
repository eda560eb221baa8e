# redirect_contact="registered": every caller gets the Contact as it was registered, private or not; what nobody can use stays out
--- server    redirect_contact="registered"
--- send      REGISTER  contact=<sip:a@192.168.0.21:49831>;q=0.9  contact=<sip:b@phone.example.org>;q=0.5  contact=<sip:c@x.invalid>
--- expect    200  contacts=3
--- send      INVITE  from=127.0.0.13:5070
--- expect    302  contact=<sip:a@192.168.0.21:49831>;q=0.9  contact=<sip:b@phone.example.org>;q=0.5
--- send      INVITE
--- expect    302  contact=<sip:a@192.168.0.21:49831>;q=0.9  contact=<sip:b@phone.example.org>;q=0.5
