# reg302.add refuses what a REGISTER would be refused for
--- log       <core>
--- expect-rpc  reg302.add $user  ->  fault 400
--- expect-rpc  reg302.add $user not-a-uri  ->  fault 400
--- expect-rpc  reg302.add $user sip:x@h:5060transport=udp  ->  fault 400
--- expect-rpc  reg302.add $user sip:a@phone.example.org 600 1.5  ->  fault 400
--- expect-rpc  reg302.add $user sip:a@phone.example.org s:-5  ->  fault 400
--- expect-rpc  reg302.show $user  ->  none
