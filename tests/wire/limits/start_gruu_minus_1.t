# gruu=-1 is out of range and stops the start with a sentence that names the parameter
--- refuse-start  gruu=-1
    *gruu*
