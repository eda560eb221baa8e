# redirect_max_contacts=-1 is out of range and stops the start with a sentence that names the parameter
--- refuse-start  redirect_max_contacts=-1
    *redirect_max_contacts*
