# Who is unknown, or without bindings, is a fault 404; a missing argument is a fault
--- expect-rpc  reg302.show $user  ->  none
    *AOR not found*
--- send      REGISTER  contact=<sip:a@phone.example.org>
--- expect    200
--- send      REGISTER  contact=*  expires=0
--- expect    200
--- expect-rpc  reg302.show $user  ->  none
--- expect-rpc  reg302.show  ->  fault 400
--- expect-rpc  reg302.show sip:a@b@c@:99999  ->  fault
