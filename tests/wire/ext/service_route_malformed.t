# A service_route that is no route stops the start with a sentence that names the parameter
--- refuse-start  service_route=nonsense
    *service_route*
