"""Kecamatan, kelurahan, citizens' information groups (KIM), their milestones and potentials.

Does not know awards or news: those point down at KIM and kelurahan.
"""
