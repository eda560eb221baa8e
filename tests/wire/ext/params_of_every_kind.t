# FP1 RFC 3840 9: feature parameters with and without values, quoted lists, methods and unknown ones come back
--- send      REGISTER
    Contact: <sip:a@phone.example.org>;audio;video;methods="INVITE,BYE,OPTIONS,ACK,CANCEL";+sip.message="TRUE";description="<a, \"b\"; c>";duplex="full";schemes="sip,tel";class=business;mobility="!fixed";+g.3gpp.icsi-ref="urn%3Aurn-7%3A3gpp-service.ims.icsi.mmtel";isfocus
--- expect    200
    Contact: <sip:a@phone.example.org>;audio;video;methods="INVITE,BYE,OPTIONS,ACK,CANCEL";+sip.message="TRUE";description="<a, \"b\"; c>";duplex="full";schemes="sip,tel";class=business;mobility="!fixed";+g.3gpp.icsi-ref="urn%3Aurn-7%3A3gpp-service.ims.icsi.mmtel";isfocus;expires=3600
