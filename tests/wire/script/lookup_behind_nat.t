# reg302_lookup(): for a binding behind a NAT the destination is where it came from
--- server    cfg=script/functions.cfg workers=1
--- send      REGISTER  from=127.0.0.12:40000  contact=<sip:a@10.1.2.3:5060>
--- expect    200
--- send      OPTIONS
    X-Do: lookup
--- expect    200
    X-Rc: 1
    X-Ruri: sip:a@10.1.2.3:5060
    X-Du: sip:127.0.0.12:40000*
