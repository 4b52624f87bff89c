"""A correction sheet (修改单) for each person of a folder, as Word: what to mend, where, and by when; no other's name."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assistant.commands import folder_letter
from assistant.commands.folder_rows import Folder, Row
from assistant.files import disk, naming
from assistant.files.trouble import Unwritable
from assistant.templates.template import Template


def write_all(folder: Folder, into: Path, templates: Sequence[Template] = ()) -> int:
    """Write a sheet for each whose material was read and needs something; tell how many. Raises Unwritable."""
    from assistant.files.writers import correction

    dates = next((each.dates for each in templates if each.dates), None)
    written = 0
    for row in folder.rows:
        items = folder_letter.items(row, folder)
        ticked = [each for each in items if each.ticked]
        if not ticked and not folder_letter.is_sent_back(row):
            continue
        try:
            into.mkdir(parents=True, exist_ok=True)
        except OSError:
            raise Unwritable(f"修改单未能存入“{into}”，那里不能新建文件夹。请换一个位置。") from None
        hand_in = dates.hand_in if dates else None
        others = [each.told + each.advice for each in items if not each.ticked]
        disk.replace_file(into / name(row), correction.write(folder_letter.letter(row, ticked, hand_in), others))
        written += 1
    return written


def name(row: Row) -> str:
    """Name the file of a person's sheet."""
    return f"修改单-{naming.allowed_name('-'.join(filter(None, (str(row.number), row.person.unit, row.person.name))))}.docx"
