# redirect_contact="source": every caller gets the place the REGISTER came from, whatever the Contact says; user and parameters stay
--- server    redirect_contact="source"
--- send      REGISTER  from=127.0.0.14:5088  contact=<sip:a@phone.example.org:5070;x=y>;q=0.9
--- expect    200  contact=<sip:a@phone.example.org:5070;x=y>;q=0.9;expires=3600
--- send      INVITE  from=127.0.0.13:5070
--- expect    302  contact=<sip:a@127.0.0.14:5088;x=y>;q=0.9
