"""What the examples of several rules begin with."""

UP_TO_MEASURES = (
    "一、存在的突出问题\n（一）带头强化政治忠诚方面\n学习有时让位于事务。\n（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n"
    "三、整改措施\n"
)
"""A material of two problems and a cause, up to the heading of its measures."""
