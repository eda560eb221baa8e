# redirect_expires=2 is out of range and stops the start with a sentence that names the parameter
--- refuse-start  redirect_expires=2
    *redirect_expires*
