"""How a text tells what its writer is in charge of."""

import pytest

from assistant.facts import charges


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        ("我分管刑事审判、少年审判和后勤保障工作，下面", "刑事审判、少年审判和后勤保障"),
        ("我分管刑侦、禁毒、反诈，抓得松。", "刑侦、禁毒、反诈"),
        ("结合自己分管营销服务、配网运维的职责，", "营销服务、配网运维"),
        ("分管的工作抓得松，", None),
        ("副局长分管采购、评审工作，", None),
    ],
)
def test_accounts_of_a_charge(sentence, fields):
    match = charges._ACCOUNT.pattern.search(sentence)

    assert (match and match["fields"]) == fields
