# A forged source is sent a 302 with one Contact, a 404 or a 480 of its own size, and one with ten Contacts of three times its size
--- server    def=WITH_ANTIFLOOD
--- send      REGISTER  user=one  contact=<sip:one@192.0.2.11:5060>
--- expect    200
--- send-raw  request
    INVITE sip:one@example.com SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-amp-11
    From: <sip:x@example.org>;tag=1
    To: <sip:one@example.com>
    Call-ID: amp-11
    CSeq: 1 INVITE
    Subject: xx
--- expect    302  max-factor=1.6
--- send      REGISTER  user=one  contact=<sip:one@192.0.2.11:5060>;expires=0
--- expect    200
--- send-raw  request
    INVITE sip:one@example.com SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-amp-12
    From: <sip:x@example.org>;tag=1
    To: <sip:one@example.com>
    Call-ID: amp-12
    CSeq: 1 INVITE
    Subject: xx
--- expect    480  max-factor=1.6
--- send-raw  request
    INVITE sip:none@example.com SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-amp-13
    From: <sip:x@example.org>;tag=1
    To: <sip:none@example.com>
    Call-ID: amp-13
    CSeq: 1 INVITE
    Subject: 
--- expect    404  max-factor=1.6
--- send      REGISTER  user=ten
    Contact: <sip:ten@192.0.2.11:5060>
    Contact: <sip:ten@192.0.2.12:5060>
    Contact: <sip:ten@192.0.2.13:5060>
    Contact: <sip:ten@192.0.2.14:5060>
    Contact: <sip:ten@192.0.2.15:5060>
    Contact: <sip:ten@192.0.2.16:5060>
    Contact: <sip:ten@192.0.2.17:5060>
    Contact: <sip:ten@192.0.2.18:5060>
    Contact: <sip:ten@192.0.2.19:5060>
    Contact: <sip:ten@192.0.2.20:5060>
--- expect    200  contacts=10
--- send-raw  request
    INVITE sip:ten@example.com SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-amp-14
    From: <sip:x@example.org>;tag=1
    To: <sip:ten@example.com>
    Call-ID: amp-14
    CSeq: 1 INVITE
    Subject: xx
--- expect    302  max-factor=3.2
