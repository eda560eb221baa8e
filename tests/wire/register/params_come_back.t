# FP1 RFC 3840 9: every Contact parameter is stored and returned
--- send      REGISTER
    Contact: <sip:a@phone.example.org;transport=tcp;x=y>;audio;video;methods="INVITE, BYE;x";+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200
    Contact: <sip:a@phone.example.org;transport=tcp;x=y>;audio;video;methods="INVITE, BYE;x";+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";expires=3600
--- send      REGISTER
--- expect    200
    Contact: <sip:a@phone.example.org;transport=tcp;x=y>;audio;video;methods="INVITE, BYE;x";+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";expires=3600
