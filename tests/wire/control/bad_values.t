# A redirect_status other than 300 and 302 stops the start with a sentence that names the parameter
--- refuse-start  redirect_status=301
    *redirect_status*
