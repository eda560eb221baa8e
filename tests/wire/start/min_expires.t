# A bad value stops the start with a sentence that names the parameter
--- refuse-start  min_expires=-5
    *min_expires*
