# A bad value stops the start with a sentence that names the parameter
--- refuse-start  path_mode=7
    *path_mode*
