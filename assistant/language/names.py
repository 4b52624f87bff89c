"""Chinese family names, and the names that a text hides on purpose: 李某某, 张××."""

from __future__ import annotations

from assistant.patterns import compiled_later
from assistant.text import solid

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹"
    "薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴"
    "蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"
    "仉亓禤逯妫嬴谌晁郄郗郦蔺尉籍虎蓟甫酆濮莘宓荀羊於惠薄邰鄂咸赖屠蓬巢厍勾融訾阚毋乜鞠蒯荆竺桓仝苌揭冼佴伯墨哈谯笪肇撒揣鹿矫禚呙逄郏泮楚亢栗郜隗储厉戎胥扈茹宦暨匡阙蔚阚鄢邸燕冀浦贡雍"
)
# Characters that given names are often made of; 「王建国」 is hardly anything else.
OFTEN_GIVEN = "建国华明军伟强平志勇斌杰磊涛超鹏飞宇晨刚毅辉亮波峰林森海洋东春雪梅兰菊英芳丽娟敏静娜燕玲霞秀珍琴玉凤云莉萍慧琳佳欣怡婷雅琪浩轩梓涵俊凯鑫旭翔龙虎荣福贵祥兴庆德义仁礼智忠孝良善红艳洁颖晶莹帆帅宏鸿锋锐彬栋梁康健宁蓉蕾薇倩"
# And those of which, two together behind a family name that begins no word, hardly anything else is made
_GIVEN_TOO = "远芬桂淑秋冬松柏金银根财顺军才启立文武连跃泰然瑶璐舟川恒达俊春先祖光宝如青小大晓子嘉思雨诗若兴承绍世"
SURE_NAME = (
    "[王李张刘陈杨黄赵吴徐孙朱胡郭林罗郑梁谢宋唐许韩冯邓曹彭曾肖董袁潘蒋蔡余杜叶苏魏吕丁沈姚卢姜崔钟谭陆汪廖贾韦付傅邹孟秦邱尹薛闫阎侯陶贺郝龚邵覃戴莫孔汤"
    f"樊葛邢乔伍庞颜倪庄聂鲁岳翟殷詹耿俞柳祝梅凌毕霍谷马田何夏钱江石][{OFTEN_GIVEN}{_GIVEN_TOO}]{{2}}"
)
# What stands before the name of who wrote or signs a material, at its head or as its last line.
WRITER_LABELS = (
    "汇报人|报告人|述职人|发言人|检查人|对照检查人|检视人|剖析人|自查人|承诺人|署名|作者|签字|签名|本人签字|本人签名"
)
COMPOUND = "欧阳|上官|司马|司徒|司空|诸葛|夏侯|皇甫|尉迟|令狐|慕容|东方|公孙|轩辕|宇文|长孙|端木|百里|呼延|南宫|独孤|闻人|申屠|拓跋|完颜|赫连|澹台|钟离|濮阳|淳于"

# Family names that are words as well: 「由于某某」, 「主任某某」 name nobody, but 「局长任某某」 does.
WORDS_AS_WELL = "任于和向从时方关同安成单经连应能计解由农区车路水高江平金石全明常钱党权白"
_POST_BEFORE = compiled_later("(?:长|记|任|员|席|理|师|原|同志|干部|会计|出纳|经办人|村民|商人|老板|[，。；：、（“])$")
_UNIT_AFTER = compiled_later("[省市县区镇乡村局厅处科院校部站所社街企厂支项单](?![长任员])|[公集职]|办(?![事案理])")


_DOTS = "·•・‧∙"  # between the parts of 买买提·艾力
_DOT = compiled_later(f"[{_DOTS}]")
_NO_NAME = compiled_later(
    "要求|根据|按照|问题|原因|措施|情况|前言|引言|剖析|材料|提纲|整改|总结|汇报|部分|方面|学习|对照|检查|检视|发言|报告|意见|说明|目录|正文|附件|方案|清单|会议|通知|摘要|主题|单位|姓名|职务|年度|[党会年月日省市县局第、，。：；（）]"
)


_TWO_LETTER_FAMILY = compiled_later(COMPOUND)


def is_name(line: str) -> bool:
    """Tell whether a line is a name by itself: a known family name and one or two letters more, or parts with a dot."""
    letters = solid(line)
    if any(dot in letters for dot in _DOTS):
        parts = _DOT.split(letters)
        return all(1 <= len(part) <= 8 and _is_chinese(part) for part in parts)
    if not _is_chinese(letters, "×ＸX*") or not _is_chinese(letters[:1]) or line[-1:].isspace():
        return False
    if 3 <= len(letters) <= 4 and _TWO_LETTER_FAMILY.match(letters):
        return True
    return len(letters) in (2, 3) and letters[0] in SURNAMES


def could_be_name(line: str) -> bool:
    """Tell whether a line may be a name where one is due: 扎西次仁, 乌兰其其格, a rare family's."""
    letters = solid(line)
    return is_name(line) or (2 <= len(letters) <= 6 and _is_chinese(letters) and not _NO_NAME.search(letters))


def _is_chinese(letters: str, signs: str = "") -> bool:
    # Patterns with all Chinese characters in them take long to compile, and this is loaded at every start.
    return all("\u3400" <= letter <= "\u9fff" or letter in signs or letter > "\U0001ffff" for letter in letters)


def hides_a_name(paragraph: str, start: int, end: int) -> bool:
    """Tell whether 某某 or ×× at a place stands for a person's given name: 「原站长李某某」, not 「到某某村」."""
    before = paragraph[max(0, start - 6) : start]
    if not before or _UNIT_AFTER.match(paragraph, end):
        return False
    if any(before.endswith(name) for name in COMPOUND.split("|")):
        return True
    return before[-1] in SURNAMES and (before[-1] not in WORDS_AS_WELL or bool(_POST_BEFORE.search(before[:-1])))
