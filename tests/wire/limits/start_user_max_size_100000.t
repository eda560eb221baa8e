# user_max_size=100000 is out of range and stops the start with a sentence that names the parameter
--- refuse-start  user_max_size=100000
    *user_max_size*
