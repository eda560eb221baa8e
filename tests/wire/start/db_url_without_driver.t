# A database whose driver is not loaded stops the start
--- refuse-start  db_url=sqlite:////nowhere
    *db_sqlite*
