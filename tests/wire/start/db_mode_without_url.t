# Nobody is to believe that bindings are kept when no database is named
--- refuse-start  db_mode=sync
    *parameter db_mode is "sync", and there is no db_url: give one*
