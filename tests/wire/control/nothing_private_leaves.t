# R27 PN2 RFC 8599 4.1: URI headers, pn- parameters, instances, reg-ids, GRUUs, features and display names stay here; other URI parameters go
--- send      REGISTER
    Supported: path, outbound, gruu
    Contact: "Name" <sip:a:secret@phone.example.org:5070;transport=tcp;pn-provider=x;lr;pn-prid=y;maddr=192.0.2.1;ob;x=y;pn-param=z?Subject=s&Route=%3Csip:evil.example.org%3E>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";reg-id=1;audio;methods="INVITE";q=0.5;expires=600
--- expect    200  contacts=1
--- send      INVITE
--- expect    302  contact=<sip:a:secret@phone.example.org:5070;transport=tcp;lr;maddr=192.0.2.1;ob;x=y>;q=0.5
--- send      OPTIONS  transport=tcp
--- expect    302  contact=<sip:a:secret@phone.example.org:5070;transport=tcp;lr;maddr=192.0.2.1;ob;x=y>;q=0.5
