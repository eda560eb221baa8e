# GR2 G5b RFC 5627 5.1: the public GRUU is the AOR plus gr: escapes in the user part stay legal
--- send      REGISTER  user=a%20%3Bb.$user
    Supported: gruu
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>";expires=3600;pub-gruu="sip:a%20*b.$user@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6";temp-gruu="sip:*@example.com;gr"
--- send      INVITE  uri=sip:a%20%3Bb.$user@example.com;gr=urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6
--- expect    480
