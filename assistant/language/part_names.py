"""By which words the parts of a material are called wherever they are spoken of: on a heading, in a notice, on a form.

Here stands what names a part by itself, in any of these. What names it in one place alone, as 「措施要具体」 in a notice
or 「往后这样改」 at the table, stands where that is read; headings are told above all by the cues of the parts in
resources/templates. That each of them knows all of these words is proved in tests/test_part_names.py.
"""

PROBLEMS = "问题|不足|差距"
CAUSES = "原因|根源|成因|症结"
MEASURES = "整改措施|整改举措|整改方向|整改打算|改进措施|改进举措|改进方向|努力方向"
