# A bad value stops the start with a sentence that names the parameter
--- refuse-start  contact_max_size=-1
    *contact_max_size*
