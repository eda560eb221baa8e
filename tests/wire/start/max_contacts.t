# A bad value stops the start with a sentence that names the parameter
--- refuse-start  max_contacts=-1
    *max_contacts*
