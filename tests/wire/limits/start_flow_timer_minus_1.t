# flow_timer=-1 is out of range and stops the start with a sentence that names the parameter
--- refuse-start  flow_timer=-1
    *flow_timer*
