"""The numbers, one file a question: Ibis tables in, one tidy Ibis table out; nothing here reads or executes.

What a number counts against (OPDs, days, targets) is an argument, so what is silent stands in the result with its
state.
Arguments are tables of the store (or tables with the columns that the docstring names); inputs are never changed.
"""
