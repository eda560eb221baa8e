# max_contacts=3 holds for kamcmd as well
--- server    max_contacts=3
--- send      REGISTER  contact=<sip:a@phone.example.org>  contact=<sip:b@phone.example.org>  contact=<sip:c@phone.example.org>
--- expect    200  contacts=3
--- expect-rpc  reg302.add $user sip:d@phone.example.org -> fault
--- send      REGISTER
--- expect    200  contacts=3
