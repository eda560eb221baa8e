# U7 RFC 3261 8.2.2.1: a scheme we do not serve
--- log       <core>
--- send      INVITE  uri=http://example.com/
--- expect    416
