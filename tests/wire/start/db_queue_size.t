# A bad value stops the start with a sentence that names the parameter
--- refuse-start  db_queue_size=1048575
    *parameter db_queue_size is 1048575: give a number from*
