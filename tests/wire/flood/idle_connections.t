# A connection that registers nobody is closed soon; the one of a phone stays
--- server    alone def=WITH_ANTIFLOOD def=IDLE_SECONDS=2
--- send      OPTIONS  uri=sip:example.com  transport=tcp  from=127.0.0.12:5061
--- expect    200
--- send      REGISTER  transport=tcp  from=127.0.0.12:5062  contact=<sip:a@192.168.7.7:5060;transport=tcp>
--- expect    200
--- pass      14s
--- expect-rpc  core.tcp_list -> ok
    src_port: 5062
--- expect-rpc  core.tcp_list -> ok
    !src_port: 5061
--- send      REGISTER  transport=tcp  from=127.0.0.12:5062
--- expect    200  contacts=1
