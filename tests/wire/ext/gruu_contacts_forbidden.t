# GR1 U1 RFC 5627 5.1: with an instance, a Contact that is the AOR in any spelling, a GRUU, or no SIP URI is 403
--- send      REGISTER
    Contact: <sip:%65xt.gruu_contacts_forbidden@EXAMPLE.com>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    403  reason="Contact Not Allowed"
--- send      REGISTER
    Contact: <sip:$user@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    403
--- send      REGISTER
    Contact: <sip:$user@example.com;gr>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    403
--- send      REGISTER
    Contact: <mailto:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    403
--- send      REGISTER
    Contact: <tel:+15551234>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    403
--- send      REGISTER
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000a95a0e128>"
    Contact: <sip:$user@example.com>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    403
--- stat      reg302:register_refused_forbidden +6
--- send      REGISTER
--- expect    200  contact=none
