# contacts_per_request=0 is out of range and stops the start with a sentence that names the parameter
--- refuse-start  contacts_per_request=0
    *contacts_per_request*
