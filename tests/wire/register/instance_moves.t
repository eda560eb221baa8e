# O5 RFC 5626 6: the same instance at another address is one binding, updated
--- send      REGISTER
    Contact: <sip:a@192.0.2.1:5070>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      REGISTER
    Contact: <sip:a@192.0.2.2:5072>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contact=<sip:a@192.0.2.2:5072>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";expires=3600
--- send      INVITE
--- expect    302  contact=<sip:a@192.0.2.2:5072>
