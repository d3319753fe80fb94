"""What intake lends to the screen: names of sources, zones and roles of columns."""

from loaders import SOURCES
from loaders.clock import ZONES, zone_word
from loaders.mapped import LABEL as MAPPED_LABEL
from loaders.mapped import NAMES as MAPPED_NAMES
from loaders.mapped import lack as lack_of_mapping
from loaders.meanings import ROLES as COLUMN_ROLES

__all__ = ["CLOCK_WORDS", "COLUMN_ROLES", "lack_of_mapping", "source_label", "zone_word"]

CLOCK_WORDS = {zone: zone_word(zone) for zone in ZONES}
"""Zones that a person may say a file's times are in, and what the screen calls them."""


def source_label(name: str) -> str:
    """What the screen calls a source ("hand_log" → "Log buatan tangan OPD"); its code if it is unknown."""
    if name in MAPPED_NAMES:
        return MAPPED_LABEL
    return next((source.label for source in SOURCES if source.name == name), name)
