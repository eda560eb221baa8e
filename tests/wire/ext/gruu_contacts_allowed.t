# GR1 RFC 5627 5.1: another user's address, or the AOR's with a port, is none of the forbidden ones; nor the AOR without an instance
--- send      REGISTER
    Contact: <sip:other.$user@example.com>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      REGISTER
    Contact: <sip:$user@phone.example.org>;+sip.instance="<urn:uuid:00000000-0000-1000-8000-000a95a0e128>"
--- expect    200  contacts=2
--- send      REGISTER
    Contact: <sip:$user@example.com>
--- expect    200  contacts=3
