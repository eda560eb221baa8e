# O10 RFC 5626 7: when a connection closes, the bindings that live by it go: within seconds, and nothing else does
--- server    alone
--- send      REGISTER  transport=tcp  from=127.0.0.12:5091
    Supported: path, outbound
    Contact: <sip:a@phone.example.org;transport=tcp>;reg-id=1;+sip.instance="<urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6>"
--- expect    200  contacts=1
--- send      REGISTER  user=nat.$user  transport=tcp  from=127.0.0.12:5091  contact=<sip:a@192.168.7.7:5060;transport=tcp>
--- expect    200  contacts=1
--- send      REGISTER  user=public.$user  transport=tcp  from=127.0.0.12:5091  contact=<sip:a@phone.example.org;transport=tcp>
--- expect    200  contacts=1
--- send      REGISTER  user=udp.$user  contact=<sip:a@192.168.7.7:5060>
--- expect    200  contacts=1
--- send      REGISTER  user=other.$user  transport=tcp  from=127.0.0.12:5092  contact=<sip:a@192.168.7.8:5060;transport=tcp>
--- expect    200  contacts=1
--- expect-rpc  reg302.show $user -> ok
    flow: open
--- expect-rpc  reg302.show nat.$user -> ok
    flow: open
# reachable by a connection of the caller's own
--- expect-rpc  reg302.show public.$user -> ok
    flow: none
--- expect-rpc  reg302.show udp.$user -> ok
    flow: none

--- close     127.0.0.12:5091
--- stat      reg302:bindings_closed +2  within=5s
--- expect-rpc  reg302.show $user -> none
--- expect-rpc  reg302.show nat.$user -> none
--- expect-rpc  reg302.show public.$user -> ok
--- expect-rpc  reg302.show udp.$user -> ok
--- expect-rpc  reg302.show other.$user -> ok
    flow: open
# the user is still known
--- send      INVITE  user=nat.$user
--- expect    480

# the last connection of the server counts like any other
--- close
--- stat      reg302:bindings_closed +3  within=5s
--- expect-rpc  reg302.show other.$user -> none

# and the phone comes back with a new one
--- send      REGISTER  user=nat.$user  transport=tcp  from=127.0.0.12:5093  contact=<sip:a@192.168.7.7:5060;transport=tcp>
--- expect    200  contacts=1
--- pass      1500ms
--- expect-rpc  reg302.show nat.$user -> ok
    flow: open
