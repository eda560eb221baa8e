# reg302_redirect(uri): the bindings of that user instead of the Request-URI's
--- server    cfg=script/functions.cfg workers=1
--- send      REGISTER  user=other.$user  contact=<sip:other@phone.example.org>
--- expect    200
--- send      INVITE
    X-Do: redirect-uri
    X-Uri: sip:other.$user@example.com
--- expect    302  contact=<sip:other@phone.example.org>
