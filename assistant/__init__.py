"""对照检查写作助手: an offline desktop program for self-examination materials."""

__version__ = "0.2.0"
