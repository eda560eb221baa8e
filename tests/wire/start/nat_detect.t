# A bad value stops the start with a sentence that names the parameter
--- refuse-start  nat_detect=maybe
    *nat_detect*
