"""The material that the examples of many rules are taken from, in pieces."""

TITLE = "2025年度民主生活会个人对照检查材料\n"
"""Its title, under which a name line may stand."""

FIRST_ASPECT = "一、存在的突出问题\n（一）带头强化政治忠诚方面\n"
"""Where its problems begin; under it a first problem may stand."""

FROM_THE_CAUSES = "二、原因剖析\n放松了学习。\n三、整改措施\n每月自学两次。\n"
"""What follows the problems."""

FROM_THE_SECOND_ASPECT = f"（二）带头担当作为方面\n怕得罪人。\n{FROM_THE_CAUSES}"
"""What follows the problems of the first aspect."""

UP_TO_MEASURES = f"{FIRST_ASPECT}学习有时让位于事务。\n（二）带头担当作为方面\n怕得罪人。\n二、原因剖析\n放松了学习。\n三、整改措施\n"
"""All of it with two problems and a cause, up to the heading of its measures."""
