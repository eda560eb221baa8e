# A redirect_status other than 300 and 302 stops the start with a sentence that names the parameter
--- refuse-start  redirect_status=301
    *redirect_status*
--- refuse-start  expires_range=101
    parameter expires_range is 101: give a number from 0 to 100
