# An unknown word for redirect_contact stops the start with a sentence that names the parameter
--- refuse-start  redirect_contact=private
    *redirect_contact*
