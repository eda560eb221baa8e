# reg302.add for a Contact that is there already changes it, and a phone can refresh what was added
--- expect-rpc  reg302.add $user sip:a@phone.example.org 600  ->  ok
--- expect-rpc  reg302.add $user sip:a@phone.example.org 900  ->  ok
--- send      REGISTER
--- expect    200  contact=<sip:a@phone.example.org>;expires=900
--- send      REGISTER  contact=<sip:a@phone.example.org>;expires=700
--- expect    200  contact=<sip:a@phone.example.org>;expires=700
