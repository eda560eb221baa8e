# A bad value stops the start with a sentence that names the parameter
--- refuse-start  db_flush_ms=0
    *parameter db_flush_ms is 0: give a number from*
