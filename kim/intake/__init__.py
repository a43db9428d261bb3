"""Tables of KIM, milestones, potentials and members out of a spreadsheet, in whole or not at all.

The way of a file: ``sheets`` makes rows of text of it, ``headings`` finds the columns, ``checks``
tells of every row what is wrong with it or what it would change, ``saving`` writes. Nothing here
knows of requests; who may change a row is asked through ``known.load``.
"""
