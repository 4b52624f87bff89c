"""What stands about a title and is neither that nor a name line: 「（征求意见稿）」, 「张书记审阅」, 「地点：…」, 「各位领导：」.

A line is judged by itself. It is passed over where title and name lines are looked for; it tells nothing of who writes.
"""

from __future__ import annotations

from assistant.language import years
from assistant.patterns import compiled_later
from assistant.text import solid
from assistant.text_memory import remembered

_HAN = "一二三四五六七八九十"
_DAY = "(?:20[0-9]{2}[年.．/-])?[01]?[0-9][月.．/-][0-3]?[0-9][日号]?"
_WHICH = f"[（(]?(?:第?[0-9{_HAN}]{{1,2}}[稿版次]?|{_DAY})[)）]?"
# What a draft is called behind the words of a title, or by itself
DRAFT = f"(?:第?[0-9{_HAN}]{{1,2}}(?:次?修改)?|[初草定终清样改底二三]|送审|呈审|报审|报批|审定|审议|审阅|征求意见|讨论|修改|修订|修正|未定|最终|上会|会议|代拟|打印|正式|提交|上报|校对|汇报)稿|草案"
_MARKS = (
    compiled_later(rf"(?:{_DAY})?[^，。；：]{{0,8}}(?:{DRAFT})(?:{_WHICH})?"),
    compiled_later(
        rf"[vV][0-9](?:[.][0-9]+)?|第[0-9{_HAN}]{{1,2}}版|{_DAY}稿|(?:{_DAY}|第[0-9{_HAN}]{{1,2}}次|最后|已|再次)修[改订]"
    ),
    compiled_later(
        "(?:仅供)?(?:内部|会议|学习)?参考|内部(?:资料|文件|材料|使用)|(?:阅|会)后收回|注意保[存密]|妥善保管|请勿(?:外传|转发)|[特加平]?急件?|(?:打印|共)[0-9]{1,3}[份页]|[送呈][审阅批]件|[^，。；：]{2,24}文件"
    ),
    compiled_later(
        "(?:工作|所在)?(?:单位|部门|支部)|姓名|(?:现任)?职务|单位[及和]?职务|(?:汇报|报告|发言|检查|述职)人|日期|时间"
    ),  # a label, its value below
    compiled_later(
        r"[^，。；：\s]{0,12}[〔\[［（(]20[0-9]{2}[)）\]］〕][^，。；：\s]{0,4}[0-9]{1,4}号"
    ),  # a document's number
)
_SERIES = compiled_later(f"[^，。；：]{{0,24}}材料之[{_HAN}]{{1,2}}")  # 「民主生活会材料之三」
_NO_MARK = compiled_later("材料|提纲|报告|检查|剖析|生活会|发言|讲话|体会|总结|清单")
# Who is asked to look at it
_READER = "(?:书记|主任|主席|[省州市县区镇乡村厅局处科股所部院校园馆站厂队组]长|经理|总|同志|领导|组织部|办公室|纪委|党委|党组|党支部|督导组)"
_READ = "(?:审[阅定核示批签改议]|阅[示批处]|批[示阅]|核阅|指正|斧正|过目)"
_HANDLED = (
    compiled_later(rf"(?:[呈送经由待请]|提请|敬请|恭请|呈请|报(?!告)|转(?!变)).{{0,16}}{_READ}"),
    compiled_later(
        rf".{{0,12}}{_READER}.{{0,3}}?(?:已|亲自)?(?:{_READ}|[审阅批核改定]|修改|把关|签发|同意|看)(?:[过后完稿]|意见)?"
    ),
    compiled_later("已[审阅]|(?:同意|准予)上报"),
)
_BEHIND = compiled_later(rf"\s*[（(]?(?:{_DAY})[)）]?$")
_OF_OTHERS = compiled_later(
    "(?:会议|召开|活动)?(?:地点|主题|名称)|(?:会议|发言|汇报|报告|述职|检查|提交|撰写)(?:时间|日期)|主持(?:人|会议)?|记录人?|参加(?:人员|人)|参会人员|出席(?:人员)?|列席(?:人员)?|审[核稿阅定]人?|整理人?|执笔人?|起草人?|校对人?|打印人?"
    "|督导(?:领导|组)?|点评人?|联系(?:人|电话|方式)|(?:手机|办公)?电话|手机(?:号码)?|任(?:现)?职时间"
    "|主送|报送|呈送|呈报|抄送|[报送呈致]|[拟核]稿人?|签发人?|会签人?|版本|字数|密级|编号|文号|年度|填[表报](?:日期|时间|人)"
)
_LABELLED = compiled_later(r"(?P<label>[^:：]{1,12}?)\s*[:：].{0,40}|(?P<plain>\S{2,5}|\S\s+\S)\s+\S.{0,40}")
_SIGNED = compiled_later("（?签[字名]）?$")  # 「审核人（签字）：」
_OF_PERSON = compiled_later(
    "性别|民族|政治面貌|出生(?:年月|日期)|入党(?:时间|年月)|党龄|文化程度|学历|籍贯|联系(?:电话|方式)|手机号码"
)

_GREETED = "(?:书记|主任|主席|委员|常委|成员|代表|[省州市县区镇乡村厅局处科股所部院校园馆站厂队组]长|经理|董事长|同志们?|领导|领导们|专家|老师|先生|女士|朋友|前辈|班长|大家|同仁|同事们?|党员|干部|职工)"
_BODY = "(?:部|委|局|办|厅|处|科|组|会|办公室|支部|党组|党委|党工委|总支|党组织|纪委|政府|院|校|公司|集团|中心|所|站|队|镇|乡|街道|村|社区)"
_GREETING = (
    compiled_later(rf"(?:(?:尊敬的|敬爱的|亲爱的|各位).{{0,24}}(?:{_GREETED}|{_BODY}|组织)|同志们)[:：，,！!]?"),
    compiled_later(rf"[^。；：:！？]{{0,20}}(?:{_GREETED}|{_BODY}|党?组织)[:：]"),
    compiled_later("(?:[你您]|您们|你们|大家|各位)(?:好|早上好|上午好|下午好)[！!。]?"),
)


@remembered(256)  # after a key the same lines stand there
def is_note(line: str) -> bool:
    """Tell whether a line says which draft this is, who is to read it, or something of the meeting or of others."""
    words = solid(years.plain(line)).strip("（）()【】[]〔〕—-*#。")
    if _SERIES.fullmatch(words) or (any(mark.fullmatch(words) for mark in _MARKS) and not _NO_MARK.search(words)):
        return True
    if (labelled := _LABELLED.fullmatch(line.strip("（）() "))) is not None:
        label = _SIGNED.sub("", solid(labelled["label"] or labelled["plain"]))
        of_others = _OF_OTHERS.fullmatch(label) and (labelled["label"] or label.endswith("人"))
        if of_others or _OF_PERSON.fullmatch(label):
            return True
    words = _BEHIND.sub("", words)
    return any(pattern.fullmatch(words) for pattern in _HANDLED) and not _NO_MARK.search(words)


@remembered(256)
def is_salutation(line: str) -> bool:
    """Tell whether a line addresses those whom the text is read or sent to; also said of one with a name in it.

    A name of a unit with a colon is one as well, so whoever asks must know that no text of that unit follows.
    """
    return any(pattern.fullmatch(line) for pattern in _GREETING)
