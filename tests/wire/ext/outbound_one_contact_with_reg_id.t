# O4 U1 RFC 5626 6: more than one Contact that stays, and a reg-id at any of them, is 400 and stores nothing
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
    Contact: <sip:b@phone.example.org>;reg-id=2;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    400
--- send      REGISTER
    Supported: path, outbound
    Contact: <sip:a@phone.example.org>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
    Contact: <sip:b@phone.example.org>
--- expect    400
--- stat      reg302:register_refused_reg_id +2
--- send      REGISTER
--- expect    200  contact=none
