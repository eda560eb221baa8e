# A bad value stops the start with a sentence that names the parameter
--- refuse-start  db_timeout_ms=99
    *parameter db_timeout_ms is 99: give a number from*
