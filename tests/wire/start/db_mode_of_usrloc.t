# 3 is usrloc's DB_ONLY, which this module does not have
--- refuse-start  db_mode=3  db_url=sqlite:////nowhere
    *parameter db_mode is "3": give one of "none", "async" or "sync"*
