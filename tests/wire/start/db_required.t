# A bad value stops the start with a sentence that names the parameter
--- refuse-start  db_required=2
    *parameter db_required is 2: give a number from*
