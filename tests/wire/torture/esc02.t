# Z1 RFC 4475 3.1.1.5 (esc02): % that is no escape, in method and header name: RE%47IST%45R is an unknown method
# the request names no user: 405 or 501 would be right; nothing must be bound for "resource"
# core: its parser takes no % in a header field name, so the header never ends and the answer, if any, is 400
--- log       <core>
--- log       sanity
--- send      REGISTER  user=user  call-id=clean.$user  contact=*  expires=0
--- expect    200  contact=none
--- send      REGISTER  user=user  call-id=$user  contact=<sip:user@phone.example.org>
--- expect    200  contacts=1
--- send-raw  transport=tcp
    RE%47IST%45R sip:example.com SIP/2.0
    To: "%Z%45" <sip:resource@example.com>
    From: "%Z%45" <sip:resource@example.com>;tag=f232jadfj23
    Call-ID: esc02.asdfnqwo34rq23i34jrjasdcnl23nrlknsdf
    Via: SIP/2.0/TCP host.example.com;branch=z9hG4bK209%fzsnel234
    CSeq: 29344 RE%47IST%45R
    Max-Forwards: 70
    Contact: <sip:alias1@host1.example.com>
    C%6Fntact: <sip:alias2@host2.example.com>
    Contact: <sip:alias3@host3.example.com>
    l: 0
--- ignore-replies  60ms
--- send      REGISTER  user=user  call-id=$user
--- expect    200  contact=<sip:user@phone.example.org>;*
--- send      REGISTER  user=resource
--- expect    200  contact=none
