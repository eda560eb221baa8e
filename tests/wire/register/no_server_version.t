# The Server header names the software and no version
--- send      REGISTER
--- expect    200
    Server: reg302
