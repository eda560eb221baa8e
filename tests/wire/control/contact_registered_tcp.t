# redirect_contact="registered": a private Contact over TCP is offered as it is to everybody, as long as its connection stands where the phone asked for outbound
--- server    redirect_contact="registered"
--- send      REGISTER  transport=tcp
    Supported: path, outbound
    Contact: <sip:a@10.1.2.3;transport=tcp>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      INVITE  from=127.0.0.13:5070
--- expect    302  contact=<sip:a@10.1.2.3;transport=tcp>
--- close
--- pass      100ms
--- send      INVITE  from=127.0.0.13:5070
--- expect    480
