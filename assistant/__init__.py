"""对照检查写作助手: an offline desktop program for self-examination materials."""

NAME = "对照检查写作助手"
__version__ = "0.2.0"
