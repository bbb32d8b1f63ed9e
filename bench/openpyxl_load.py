# What a program pays that merely loads the workbook with openpyxl.
import os
import resource
import sys

import openpyxl

openpyxl.load_workbook(sys.argv[1])
usage = resource.getrusage(resource.RUSAGE_SELF)
os.write(3, f"{(usage.ru_utime + usage.ru_stime) * 1000} {usage.ru_maxrss / 1024}\n".encode())
