# host_max_size=0 is out of range and stops the start with a sentence that names the parameter
--- refuse-start  host_max_size=0
    *host_max_size*
