# A bad value stops the start with a sentence that names the parameter
--- refuse-start  on_max_contacts=banana
    *on_max_contacts*
