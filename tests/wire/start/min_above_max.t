# A bad value stops the start with a sentence that names the parameter
--- refuse-start  min_expires=500 max_expires=400
    *m*_expires*
