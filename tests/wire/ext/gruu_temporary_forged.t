# R18 RFC 5627 5.4: a temporary GRUU that is not ours is 404: another digit, another host part, no name at all
--- send      REGISTER
    Supported: gruu
    Contact: <sip:a@phone.example.org>;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  save=temporary:temp-gruu
--- send      INVITE  uri=$temporary
--- expect    480
--- send      INVITE  uri=sip:tgruu.0123456789abcdef0123456789abcdef@example.com;gr
--- expect    404
--- send      INVITE  uri=sip:tgruu.0@example.com;gr
--- expect    404
--- send      INVITE  uri=sip:tgruu.zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz@example.com;gr
--- expect    404
--- send      INVITE  uri=sip:$user@example.com;gr
--- expect    404
--- send      INVITE  uri=sip:nobody.$user@example.com;gr
--- expect    404
