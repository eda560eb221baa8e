# A bad value stops the start with a sentence that names the parameter
--- refuse-start  default_expires=-1
    *default_expires*
