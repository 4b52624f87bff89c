import pytest

from assistant.language import titles
from assistant.strict_toml import DataError

GOOD = 'format = 1\nsource = "公开的名称"\nnames = ["中国共产党章程"]\nalike = []\n'


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("《中国共产党党员纪律处分条例》", ["中国共产党纪律处分条例"]),
        ("《党内监督条例》《党内监察条例》", ["党内监督条例"]),
        ("《中国共产党支部工作条例（试行）》《习近平谈治国理政》《习近平谈治国理政第五卷》", []),
        ("《中国共产党某某工作条例》《中国共产党社会工作条例》《党章》《局章程》", []),
        ("《关于新形势下党内政治生活的若干准则》《新形势下党内政治生活的若干准则》", []),
        ("《关于新形势下党内政治生活若干规定》", ["关于新形势下党内政治生活的若干准则"]),
        ("《优化经商环境条例》《上海市优化营商环境条例》", ["优化营商环境条例"]),
        ("《医疗机构工作人员廉洁从业十项准则》", ["医疗机构工作人员廉洁从业九项准则"]),
        ("《习近平法治思想学习提纲》《习近平法治思想学习问答》", ["习近平法治思想学习纲要"]),
    ],
)
def test_titles(written, right):
    assert [each.right for each in titles.find(written)] == right


def test_shipped_titles_are_silent_about_themselves():
    file = titles.shipped()
    assert not list(titles.find("".join(f"《{name}》" for name in (*file.names, *file.alike))))


def test_a_slip_in_the_file_is_told():
    assert titles.parse(GOOD, "titles.toml").names == ("中国共产党章程",)
    for bad in (GOOD.replace("= 1", "= 2"), GOOD.replace("alike = []", 'alike = ["中国共产党章程"]')):
        with pytest.raises(DataError):
            titles.parse(bad, "titles.toml")


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("《中国共产党廉政自律条例》《党员违纪处罚条例》", ["中国共产党廉洁自律准则", "中国共产党纪律处分条例"]),
        ("《中国共产党纪律处罚办法》", ["中国共产党纪律处分条例"]),
        ("《中国共产党人才工作条例》《中国共产党老干部工作条例》《党内规范性文件管理办法》", []),
        ("《党费收缴办法》《党员积分管理办法》《党员教育培训规定》", []),  # a unit's own
        ("《关于新形势下党内组织生活的若干规定》", ["关于新形势下党内政治生活的若干准则"]),
        ("《中国共产党重大工作请示汇报规定》", ["中国共产党重大事项请示报告条例"]),
        ("《中国共产党农村组织工作条例》", ["中国共产党农村基层组织工作条例"]),
        ("《中国共产党重大事项请示报告条例实施办法》《关于党内政治生活的若干准则》", []),
        ("《中国共产党国有企业领导人员廉洁从业若干规定》《关于加强党内法规制度建设的意见》", []),
    ],
)
def test_a_name_in_disorder_is_told_by_its_own_words(written, right):
    assert [each.right for each in titles.find(written)] == right
