"""What PDF takes: the shipped fonts, Chinese line adjustment, and the one door to WeasyPrint."""
