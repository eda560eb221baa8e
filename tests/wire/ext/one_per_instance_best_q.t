# R19 RFC 5626 7: of the flows of one phone the one with the best q, though another came later; other phones beside it
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a1@phone.example.org>;q=0.9;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a2@phone.example.org>;q=0.5;reg-id=2;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=2
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:b@phone.example.org>;q=0.7;reg-id=1;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000a95a0e128>"
--- expect    200  contacts=3
--- send      INVITE
--- expect    302  contact=<sip:a1@phone.example.org>;q=0.9  contact=<sip:b@phone.example.org>;q=0.7
