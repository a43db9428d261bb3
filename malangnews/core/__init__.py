"""The cellar: abstract models and the gate to the public.

Holds only what two rooms already use and what has no table. Imports nothing of ours.
"""
