# reg302_lookup(uri)
--- server    cfg=script/functions.cfg workers=1
--- send      REGISTER  user=other.$user  contact=<sip:a@phone.example.org>
--- expect    200
--- send      OPTIONS
    X-Do: lookup-uri
    X-Uri: sip:other.$user@example.com
--- expect    200
    X-Rc: 1
    X-Ruri: sip:a@phone.example.org
