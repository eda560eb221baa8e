# A mode that there is not stops the start, and the sentence names those there are
--- refuse-start  db_mode=later  db_url=sqlite:////nowhere
    *parameter db_mode is "later": give one of "none", "async" or "sync"*
