# Z1 RFC 3261 19.1.1, 20.10: Contacts that are no SIP URIs are 400, and nothing of the request is bound
--- log       <core>
--- log       reg302
--- send      REGISTER  contact=<sip:>
--- expect    400
--- send      REGISTER  contact=<sip:@phone.example.org>
--- expect    400
--- send      REGISTER  contact=<sip:a@>
--- expect    400
--- send      REGISTER  contact=<sip:a@phone.example.org:99999>
--- expect    400
--- send      REGISTER  contact=<sip:a@phone.example.org:5o6o>
--- expect    400
--- send      REGISTER  contact=<sip:a@[2001:db8::1>
--- expect    400
--- send      REGISTER  contact=<sip:a@[2001:db8::1]5060>
--- expect    400
--- send      REGISTER  contact=<sip:a@2001:db8::1>
--- expect    400
--- send      REGISTER  contact=<sip:a@[2001:db8::1::2]>
--- expect    400
--- send      REGISTER  contact=<sip:a@b@phone.example.org>
--- expect    400
--- send      REGISTER  contact=<sip:a%zz@phone.example.org>
--- expect    400
--- send      REGISTER  contact=<sip:a%4@phone.example.org>
--- expect    400
--- send      REGISTER
    Contact: <sip:a b@phone.example.org>
--- expect    400
--- send      REGISTER
    Contact: <sip:a@phone example.org>
--- expect    400
--- send      REGISTER
    Contact: <sip:a@phone.example.org;x= y>
--- expect    400
--- send      REGISTER
    Contact: <<sip:a@phone.example.org>>
--- expect    400
--- send      REGISTER
    Contact: a <sip:a@phone.example.org> b
--- expect    400
--- send      REGISTER
    Contact: <sip:a@phone.example.org>,
--- expect    400
--- send      REGISTER
    Contact: ,<sip:a@phone.example.org>
--- expect    400
--- send      REGISTER
    Contact: <sip:a@phone.example.org><sip:b@phone.example.org>
--- expect    400
--- send      REGISTER
    Contact: "a <sip:a@phone.example.org>
--- expect    400
--- send      REGISTER
    Contact: <sip:a@phone.example.org>;q
--- expect    400
--- send      REGISTER
    Contact: <sip:a@phone.example.org>;=x
--- expect    400
--- send      REGISTER
--- expect    200  contact=none
