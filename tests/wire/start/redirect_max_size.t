# A bad value stops the start with a sentence that names the parameter
--- refuse-start  redirect_max_size=-1
    *redirect_max_size*
