# A bad value stops the start with a sentence that names the parameter
--- refuse-start  max_expires=-5
    *max_expires*
