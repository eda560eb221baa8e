# E3 G12 RFC 3261 19.1.4: the header components of two URIs are equal in any order
--- send      REGISTER
    Contact: <sip:a@phone.example.org?subject=project%20x&priority=urgent>
--- expect    200  contacts=1
--- send      REGISTER
    Contact: <sip:a@phone.example.org?priority=urgent&subject=project%20x>
--- expect    200  contacts=1
--- send      REGISTER
    Contact: <sip:a@phone.example.org?Priority=urgent&Subject=project%20x>
--- expect    200  contacts=1
--- send      REGISTER
    Contact: <sip:a@phone.example.org?priority=urgent>
--- expect    200  contacts=2
