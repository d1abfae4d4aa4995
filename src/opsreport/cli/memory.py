"""Keeps a build that grows without end from taking the whole machine along."""

import contextlib

MOST_MEMORY = 4 * 1024**3
"""The PDF of a bundle a hundred times as large as a memo takes less than a quarter of this."""


def limit_memory() -> None:
    """Let this process fail with a MemoryError at the limit; a lower one that is set already stays."""
    try:
        import resource
    except ImportError:
        # Windows has no such limits.
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if soft == resource.RLIM_INFINITY or soft > MOST_MEMORY:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, hard))
