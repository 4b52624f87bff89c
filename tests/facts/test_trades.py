"""Each word of a trade is that trade's alone, and a trade is known by its units' names and by its words."""

from collections import Counter

from assistant.facts import trades


def test_a_word_is_of_one_trade():
    told = Counter(word for trade in trades.shipped() for word in (*trade.inside, *trade.served))
    assert [word for word, times in told.items() if times > 1] == []
    assert min(map(len, told)) > 1


def test_a_trade_is_known_by_units_and_words():
    fishing, textiles = trades.by_word()["渔民"], trades.by_word()["织机"]
    assert trades.is_own(fishing, "某县农业农村局")
    assert not trades.is_own(textiles, "某县统计局")
    assert trades.is_spoken_of(textiles, "到服装厂去过一次")
    assert not trades.is_spoken_of(textiles, "组织学习一次")  # one character tells units alone
