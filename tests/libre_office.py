"""LibreOffice as a witness: it opens Word files with tracked changes, accepts or rejects all, and says what is left."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settle" script:language="StarBasic">
Sub All(folder As String, number As Integer)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  StarDesktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, hidden())
  For n = 0 To number - 1
    One(folder &amp; "/" &amp; n, ".uno:AcceptAllTrackedChanges", ".accepted")
    One(folder &amp; "/" &amp; n, ".uno:RejectAllTrackedChanges", ".rejected")
  Next
  StarDesktop.terminate()
End Sub
Sub One(path As String, command As String, suffix As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(path &amp; ".docx"), "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, Array())
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "FilterName"
  plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions"
  plain(1).Value = "UTF8,LF,,,"
  doc.storeToURL(ConvertToURL(path &amp; suffix), plain())
  doc.close(True)
End Sub
Sub Review(path As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(path &amp; ".docx"), "_blank", 0, hidden())
__STEPS__
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  doc.storeToURL(ConvertToURL(path &amp; ".back.docx"), word())
  doc.close(True)
  StarDesktop.terminate()
End Sub
Function Spot(doc As Object, wanted As String) As Object
  seeking = doc.createSearchDescriptor()
  seeking.SearchString = wanted
  Spot = doc.findFirst(seeking)
End Function
Sub Comment(doc As Object, wanted As String, who As String, said As String)
  place = Spot(doc, wanted)
  note = doc.createInstance("com.sun.star.text.textfield.Annotation")
  note.Author = who
  note.Content = said
  doc.Text.insertTextContent(place, note, True)
End Sub
</script:module>
"""


def found() -> bool:
    """Tell whether LibreOffice is on this machine."""
    return shutil.which("soffice") is not None


def settled(files: Sequence[bytes], folder: Path) -> list[tuple[str, str]]:
    """Give for each Word file its text after all changes were accepted, and after all were rejected."""
    for number, data in enumerate(files):
        (folder / f"{number}.docx").write_bytes(data)
    _run_macro(folder, _MACRO.replace("__STEPS__", ""), f'All("{folder}",{len(files)})')
    return [(_text(folder / f"{n}.accepted"), _text(folder / f"{n}.rejected")) for n in range(len(files))]


def reviewed(
    data: bytes,
    folder: Path,
    *,
    silent: Sequence[tuple[str, str]] = (),
    tracked: Sequence[tuple[str, str]] = (),
    comments: Sequence[tuple[str, str]] = (),
) -> bytes:
    """Change a Word file as one who reads it: some words without a trace, then some with changes tracked, and comment on some.

    Each word is taken where it stands first.
    """
    (folder / "sent.docx").write_bytes(data)
    steps = [f'  Spot(doc, "{old}").String = "{new}"' for old, new in silent]
    steps.append("  doc.RecordChanges = True")
    steps += [f'  Spot(doc, "{old}").String = "{new}"' for old, new in tracked]
    steps.append("  doc.RecordChanges = False")
    steps += [f'  Comment(doc, "{quoted}", "周明达", "{said}")' for quoted, said in comments]
    _run_macro(folder, _MACRO.replace("__STEPS__", "\n".join(steps)), f'Review("{folder / "sent"}")')
    return (folder / "sent.back.docx").read_bytes()


def _run_macro(folder: Path, macro: str, call: str) -> None:
    profile = folder / "profile"
    start = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo"]
    _run([*start, "--terminate_after_init"])  # makes the profile, into which the macro is put
    library = profile / "user" / "basic" / "Standard"
    (library / "Settle.xba").write_text(macro, "utf-8")
    listed = (library / "script.xlb").read_text("utf-8")
    ours = ' <library:element library:name="Settle"/>\n</library:library>'
    (library / "script.xlb").write_text(re.sub("</library:library>", ours, listed), "utf-8")
    _run([*start, f"macro:///Standard.Settle.{call}"])


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def _text(path: Path) -> str:
    """Read what LibreOffice has written: it ends the last paragraph too."""
    return path.read_bytes().decode("utf-8-sig").removesuffix("\n")
