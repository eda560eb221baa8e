# A forged source is sent little more than was sent in its name, whatever the answer; and nothing for what no phone would send
--- server    def=WITH_AUTH def=WITH_AUTH_INVITE def=WITH_ANTIFLOOD users=2
--- send-raw  request
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-amp-1
    From: <sip:x@example.org>;tag=1
    To: <sip:u1@example.com>
    Call-ID: amp-1
    CSeq: 1 REGISTER
--- expect-nothing 200ms

--- send-raw  request
    REGISTER sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-amp-2
    From: <sip:x@example.org>;tag=1
    To: <sip:u1@example.com>
    Call-ID: amp-2
    CSeq: 1 REGISTER
    Subject: xxxxx
--- expect    401  max-factor=2.1
--- send-raw  request
    INVITE sip:u1@example.com SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-amp-3
    From: <sip:x@example.org>;tag=1
    To: <sip:u1@example.com>
    Call-ID: amp-3
    CSeq: 1 INVITE
    Subject: xxxxxx
--- expect    401  max-factor=2.1
--- send-raw  request
    OPTIONS sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-amp-4
    From: <sip:x@example.org>;tag=1
    To: <sip:example.com>
    Call-ID: amp-4
    CSeq: 1 OPTIONS
    Subject: xxxxxxxxxx
--- expect    200  max-factor=1.9
--- send-raw  request
    FOO sip:example.com SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-amp-5
    From: <sip:x@example.org>;tag=1
    To: <sip:example.com>
    Call-ID: amp-5
    CSeq: 1 FOO
    Subject: xxxxxxxxxxxxxxxxxx
--- expect    405  max-factor=1.9
--- send-raw  request
    CANCEL sip:u1@example.com SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-amp-6
    From: <sip:x@example.org>;tag=1
    To: <sip:u1@example.com>
    Call-ID: amp-6
    CSeq: 1 CANCEL
    Subject: xxxxxx
--- expect    481  max-factor=1.9
--- send-raw  request
    INVITE sip:a@example.net SIP/2.0
    Via: SIP/2.0/UDP $source;branch=z9hG4bK-amp-7
    From: <sip:x@example.org>;tag=1
    To: <sip:a@example.net>
    Call-ID: amp-7
    CSeq: 1 INVITE
    Subject: xxxxxxxx
--- expect    404  max-factor=1.9
