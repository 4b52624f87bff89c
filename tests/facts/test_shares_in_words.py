"""Shares told in words, held against the numbers before them."""

import pytest

from assistant.facts import paragraph_facts, shares_in_words


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("受理投诉286件，其中等候时间长118件、态度差97件，等候时间长的投诉占六成以上。", [41]),
        ("接访214批，其中涉土地纠纷的96批，土地纠纷占了八成。", [45]),
        ("培训干部128名，缺课的29名，占四成。", [23]),
        ("检查企业86家。发现隐患的21家，占一半以上。", [24]),
        ("下达任务42项，未按期的17项，只占两成左右。", [40]),
        ("检查企业86家，合格的66家，占不到三分之二。", [77]),
        ("受理投诉286件，其中等候时间长118件、态度差97件，等候时间长的投诉占四成以上。", []),
        ("受理投诉286件，办结271件，其中物业问题最多，占六成以上。", []),
        ("检查企业86家，合格的66家，占四分之三以上。", []),
        ("检查企业86家，合格的66家，占大半。", []),
        ("比上年的86件减少21件，占六成。", []),
        ("检查企业80多家，发现隐患的20多家，占一半。", []),
        ("检查企业86家，占一半。", []),
    ],
)
def test_shares_in_words(text, due):
    """A share is held against every whole of its sentence and the one before."""
    (facts,) = paragraph_facts.observe([text])
    assert [round(each.due) for each in shares_in_words.find(facts)] == due
