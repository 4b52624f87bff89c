"""Libraries for Linux, the smallest there can be, made of what they ask for."""

import struct


def elf_file(needed: dict[str, list[str]]) -> bytes:
    """Make the smallest library that asks for other libraries and versions of their symbols."""
    strings = bytearray(b"\0")

    def text(word: str) -> int:
        strings.extend(word.encode() + b"\0")
        return len(strings) - len(word) - 1

    versions = bytearray()
    for number, (library, wanted) in enumerate(needed.items()):
        onward = 16 * (1 + len(wanted)) if number < len(needed) - 1 else 0
        versions += struct.pack("<HHIII", 1, len(wanted), text(library), 16, onward)
        for each, version in enumerate(wanted):
            versions += struct.pack("<IHHII", 0, 0, 2, text(version), 16 if each < len(wanted) - 1 else 0)
    start, base = 64 + 2 * 56, 0x1000
    entries = [(1, text(library)) for library in needed]
    entries += [(5, base + start), (0x6FFFFFFE, base + start + len(strings)), (0x6FFFFFFF, len(needed)), (0, 0)]
    dynamic = b"".join(struct.pack("<qQ", *entry) for entry in entries)
    body = bytes(strings + versions + dynamic)
    header = b"\x7fELF\x02\x01\x01".ljust(16, b"\0") + struct.pack(
        "<HHIQQQIHHHHHH", 3, 62, 1, 0, 64, 0, 0, 64, 56, 2, 0, 0, 0
    )
    size = start + len(body)
    load = struct.pack("<IIQQQQQQ", 1, 5, 0, base, base, size, size, 4096)
    at = size - len(dynamic)
    return header + load + struct.pack("<IIQQQQQQ", 2, 6, at, base + at, 0, len(dynamic), len(dynamic), 8) + body
