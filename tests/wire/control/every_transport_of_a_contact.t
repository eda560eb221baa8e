# R5 R9: transport, port, IPv6 and a Contact without a user leave as they came; nothing is added
--- send      REGISTER
    Contact: <sip:phone.example.org>;q=0.9
    Contact: <sip:a@[2001:db8::1]:5070;transport=tls>;q=0.8
    Contact: <sip:a@phone.example.org;transport=sctp>;q=0.7
    Contact: <sip:a@phone.example.org:65535;transport=UDP;user=phone;method=INVITE;ttl=1>;q=0.6
--- expect    200  contacts=4
--- send      INVITE
--- expect    302
    Contact: <sip:phone.example.org>;q=0.9
    Contact: <sip:a@[2001:db8::1]:5070;transport=tls>;q=0.8
    Contact: <sip:a@phone.example.org;transport=sctp>;q=0.7
    Contact: <sip:a@phone.example.org:65535;transport=UDP;user=phone;method=INVITE;ttl=1>;q=0.6
