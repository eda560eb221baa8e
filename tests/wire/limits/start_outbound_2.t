# outbound=2 is out of range and stops the start with a sentence that names the parameter
--- refuse-start  outbound=2
    *outbound*
