# Addresses just outside of the private ranges are public: taken at their word
--- send      REGISTER  from=127.0.0.12:40000
    Contact: <sip:a@11.0.0.1>, <sip:a@172.32.0.1>, <sip:a@172.15.255.255>, <sip:a@192.169.0.1>
    Contact: <sip:a@100.128.0.1>, <sip:a@100.63.255.255>, <sip:a@169.255.0.1>, <sip:a@128.0.0.1>
--- expect    200  contacts=8
--- send      INVITE  from=127.0.0.13:5070
--- expect    302
    Contact: <sip:a@11.0.0.1>, <sip:a@172.32.0.1>, <sip:a@172.15.255.255>, <sip:a@192.169.0.1>
    Contact: <sip:a@100.128.0.1>, <sip:a@100.63.255.255>, <sip:a@169.255.0.1>, <sip:a@128.0.0.1>
