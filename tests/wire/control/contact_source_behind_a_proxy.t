# redirect_contact="source": behind a proxy the last Via's received and rport are the source
--- server    redirect_contact="source"
--- send      REGISTER  contact=<sip:a@10.1.2.3>
    Via: SIP/2.0/UDP 10.1.2.3:5060;branch=z9hG4bK-phone;received=192.0.2.7;rport=31000
--- expect    200  contacts=1
--- send      INVITE  from=127.0.0.13:5070
--- expect    302  contact=<sip:a@192.0.2.7:31000>
