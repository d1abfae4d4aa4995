"""For whom a Word file is made."""

import enum


class Profile(enum.Enum):
    """A clean file to be sent, one to be edited, or one to be checked before it is sent."""

    FINAL = "final"
    EDIT = "edit"
    REVIEW = "review"
