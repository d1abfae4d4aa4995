"""The PDF writer's engine room: the shipped fonts, Chinese line adjustment, and the one door to WeasyPrint."""
