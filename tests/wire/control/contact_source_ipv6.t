# redirect_contact="source": an IPv6 source has its brackets
--- server    redirect_contact="source"
--- send      REGISTER  dst=::1  from=[::1]:5088  contact=<sip:a@phone.example.org;x=y>
--- expect    200  contacts=1
--- send      INVITE  from=127.0.0.13:5070
--- expect    302  contact=<sip:a@[::1]:5088;x=y>
