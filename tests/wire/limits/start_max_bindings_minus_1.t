# max_bindings=-1 is out of range and stops the start with a sentence that names the parameter
--- refuse-start  max_bindings=-1
    *max_bindings*
