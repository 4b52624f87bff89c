"""标题与下面写的内容似不一致

检查什么：一条问题、原因或措施，标题说的是公务接待、用车、理论学习、谈心谈话、选人用人一类具体的事，下面写的却没有一处与它有关。
为什么：标题和内容不相符，审核时常会问到是否放错了位置，或改了标题没有改内容。
怎么改：按下面的内容改标题，或把内容移到相应的一条；确是说同一件事的，可忽略。
"""

import re
from collections.abc import Iterator

from assistant.decisions import Stage
from assistant.facts.facts import Facts
from assistant.facts.items import ItemKind, items
from assistant.facts.off_the_matter import CONCRETE
from assistant.finding import Finding, Severity
from assistant.language.punctuation import quoted
from assistant.patterns import compiled_later
from assistant.rules.example_material import FIRST_ASPECT
from assistant.rules.rule import Example, Rule, Scope
from assistant.structure.outline import Section

_LEAST = 24  # characters below a heading that must say something of it; less may leave unsaid what it is of
# The same for what one feels or thinks, which may be told by a picture: 「以前到田头看界石，现在只看图」
_LEAST_OF_ATTITUDE = 60
_ATTITUDE = compiled_later("意识|感情|观[念点]|立场|情怀")
# Things that can be seen and counted, as headings name them, and all that whoever speaks of one can hardly do without.
_MATTERS = (
    ("公务接待|接待", "接待|陪|餐|宴|吃|喝|酒|饭|招待|住宿|开支|标准|厨|菜|公函|送|迎"),
    ("公务用车|公车|用车|车辆管理", "车|司机|加油|里程|派|驾"),
    (
        "理论学习|理论武装|政治学习|自学|读书|学习",
        "学|读|书|笔记|原著|原文|条例|公报|文件|讲话|精神|理论|党课|研讨|领会|知识|课|培训|念|看家本领|训|忙|事务|时间|小时|学时|传达|调研|体会|心得|篇|党日|农[时忙]|经验|挤",
    ),
    ("谈心谈话|廉政谈话|谈话|谈心", "谈|说|讲|聊|提醒|问|沟通|听"),
    (
        "批评和自我批评|批评与自我批评|开展批评",
        "批评|意见|提|说|讲|面子|指出|点|辣味|红脸|话|好人|和气|情面|人情|谈心|交心|谈得|沟通|伤和|得罪",
    ),
    ("舆情|网络安全|网上言论", "舆|网|帖|媒|言论|谣|转发|视频|回应|评论|群里|留言"),
    (
        "廉洁|清廉|自律意识|拒腐防变",
        "廉|纪|规|律|案|腐|贪|礼|收[受了过下取]|吃|请|宴|红包|卡|水果|酒|饭|茶|烟|钱|账|小节|小恩|小利|诱惑|利益|人情|亲|老板|商|程序|底线|红线|围猎|便宜|特权|公私|公车|报销|补助|权",
    ),
    (
        "宗旨意识|群众观[念点]|群众感情|群众立场|为民情怀|服务群众|服务意识",
        "群众|民|患|病|家长|学生|租|户|老人|居|百姓|乡|职工|师生|企业|商|基层|坐|机关|感情|走|听|服务|办事|村|社区|窗口|上门|当事人|业主|人民|工友|司机|劳动者|对象|孩子|冷暖|见面",
    ),
    (
        "意识形态",
        "意识形态|舆|网|言论|阵地|思想|宣传|帖|媒|评论|群|微信|课堂|讲座|宗教|谣|转|文章|视频|版|场所|业态|演艺|剧本|娱乐|出版|书|标语",
    ),
    (
        "调查研究|调研",
        "调研|下[乡村去基沉]|到[^，。；]{0,8}(?:村|乡|镇|户|企业|社区|一线|现场)|走访|座谈|实地|蹲|基层|现场|一线|[进入]户|村|户|乡|样本",
    ),
    ("选人用人|干部任用|提拔|干部选拔", "干部|提拔|任用|用人|选|考察|岗|推荐|人选|调整|竞|年轻|提名"),
    ("民主集中制|议事决策|集体决策", "决|议|会|集体|表态|讨论|研究|班子|意见|民主|集中|拍板|票|纪要|商量|一个人"),
    ("家风|家教|家属|亲属|家人|配偶", "家|妻|夫|爱人|子|女|亲|偶|孩|父|母|弟|兄|哥|姐|妹|岳|舅|侄|婚|寿"),
    ("党费", "党费|缴|交纳|补交|元"),
    (
        "主题党日|组织生活|三会一课|双重组织",
        "支部|党日|生活会|党费|活动|党员|会|党课|小组|参加|缺席|出席|到场|请假|补[课学]|提醒",
    ),
    ("文山会海|会议多|精文减会|文风|会风", "会|文|简报|材料|通知|表|讲话"),
    ("台账|留痕", "账|表|痕|资料|材料|记录|报|拍照|照片|填"),
    ("安全生产|消防安全|食品安全", "安全|隐患|事故|检查|火|整治|危|险|防|排查|餐|食|演练|责任"),
    ("采购|招标|招投标", "采购|招|标|合同|供|价|项目|工程|货|验收|比选|询"),
    ("过紧日子|厉行节约|勤俭|铺张浪费", "钱|费|元|节约|浪费|水|电|纸|经费|预算|开支|支出|超|节俭|办公|装修|俭|奢|资产"),
    ("财务|经费管理|资金|报销", "钱|款|账|元|资金|经费|费|预算|报销|审计|票|支出|拨|补贴|补助|财"),
    ("信访|接访", "信访|访|群众|投诉|诉|反映|信|答复|来电|件|上门"),
    ("形式主义", "会|文|表|账|痕|查|考核|报|形式|样子|走过场|过场|照片|排名|指标|调度|群|材料|督"),
    (
        "服务[一-龥]{0,4}态度|态度(?:不够?热情|冷淡|生硬|不好)",
        "服务|态度|热情|耐心|冷|硬|窗口|来电|电话|答复|解释|脸|语气|话|说|问|用户|群众|办事|居民|村民|患|病|家长|学生|客|顾客|住户|商户|企业|来访",
    ),
    (
        "工作纪律|劳动纪律|考勤|值班值守",
        "纪律|值|岗|班|迟到|早退|考勤|请假|缺席|缺勤|签到|打卡|交接|准时|按时|会|手机|规定|制度|外出|报备",
    ),
    (
        "审批|办事流程|营商环境|优化流程",
        "审|批|流程|环节|窗口|企业|办[事证理结件]|许可|项目|手续|跑|时限|营商|商户|证|照|登记|备案|签|章|申请|申报|事项",
    ),
    ("招商引资|招商", "招商|项目|企业|投资|签约|落地|园区|资金|开工|工程|征|拆|合同|客商|洽谈|建设|工期|施工"),
    ("公文|文稿|文字材料", "文|稿|材料|字|写|格式|发|印|核稿|起草|报告|总结|讲话"),
    ("保密", "密|涉|传|微信|拷|文件|网|发|泄"),
)
_SUBJECTS = compiled_later("|".join(f"(?P<m{n}>{named})" for n, (named, _) in enumerate(_MATTERS)))
_SPOKEN = tuple(compiled_later(spoken) for _, spoken in _MATTERS)
# It runs on into the text below it: no heading, but the first of its sentences
_SENTENCE = compiled_later("^.{8,}[，；]|[，；].{8,}$")
# The name of an aspect: what stands under it is of many kinds
_JOINTS = compiled_later("[和与及、]")
_ANOTHER = compiled_later("意识|观念|能力|本领|纪律|作风|担当|管理|监督|教育|建设|精神|制度|责任|感情|工作")
_LABEL = compiled_later("方面[。：:]?$|^在?(?:带头|对照)")


def check(facts: Facts) -> Iterator[Finding]:
    for material in facts.asked:
        for item in items(facts, material):  # the headings that are asked for name an aspect, not a matter
            if item.kind is ItemKind.MEASURE and CONCRETE.search(item.section.heading):
                continue  # it is the measure itself, and others may follow: 「党费每月10日前收齐」
            named = "" if item.start in material.answering else facts.of_section(_missing, item.section)
            if named:
                yield RULE.finding(
                    item.heading_span,
                    f"标题{quoted(item.section.heading)}说的是“{named}”，下面暂未见到与它有关的话。",
                    "请核对标题和内容说的是否同一件事。可按内容改标题，或把内容移到相应的一条。",
                )


def _missing(facts: Facts, section: Section) -> str:
    """Give the matter that a heading names and of which nothing below it speaks; "" where there is none."""
    below = facts.text[section.heading_end : section.end].strip("。：:；\n ")
    found = list(_SUBJECTS.finditer(section.heading))
    least = _LEAST_OF_ATTITUDE if all(_ATTITUDE.search(match[0]) for match in found) else _LEAST
    if not found or len(below) < least or _SENTENCE.search(section.heading) or _LABEL.search(section.heading):
        return ""
    spoken = [_SPOKEN[int((match.lastgroup or "m0")[1:])] for match in found]
    if any(map(_ANOTHER.search, _JOINTS.split(_SUBJECTS.sub("", section.heading))[1:])):
        return ""  # it names another matter too, of which it is not known how one speaks: 「宗旨意识和法纪观念不强」
    return "" if any(each.search(below) for each in spoken) or _says_again(section.heading, below) else found[0][0]


def _says_again(heading: str, below: str) -> bool:
    """Tell whether a word of the heading comes again below it."""
    words = {heading[at : at + 2] for at in range(len(heading) - 1)}
    return any(word in below for word in words if not re.search("[，、。不的]", word))


RULE = Rule(
    __name__,
    __doc__,
    check,
    Severity.HINT,
    Scope.MATERIAL,
    "标题与内容须一致（审核常问）",
    (
        Example(
            f"{FIRST_ASPECT}⟦1.公务用车管理不严⟧。在所在支部的组织生活会上，我提的三条意见都是工作上的。\n"
            "2.廉政谈话流于形式。上半年同科长谈了四次，话题多是进度。\n⟦3.项目审批流程不够优化⟧。全年自学只有五次，体会写了不足一万字，多数是摘抄。\n（二）带头担当作为方面\n怕得罪人。\n"
            "二、原因剖析\n⟦（一）理论学习不深⟧。怕挨骂、怕翻旧账，遇到管网这样的事，总想留给下一届。\n三、整改措施\n"
            "（一）挤时间学。每周自学两次，月底交笔记。\n",
            with_template=True,
        ),
        Example(
            f"{FIRST_ASPECT}1.公务用车管理不严。派车单有三次是事后补的，里程也没有登记。\n2.自学时断时续。定的12本书只读完7本。\n5.学习给农活让路。支部一年开展主题党日10次，收玉米的两个月一次也没有开。\n4.双重组织生活不经常。全年应参加12次，实际参加7次，缺席的都没有补。\n3.批评与自我批评不够。同志之间交心谈心少，部署多、检查少，对下沟通得不勤，一年不到三次。\n"
            "（二）带头担当作为方面\n怕得罪人，遇到难事先找退路，总想等一等再说。\n"
            "二、原因剖析\n（三）宗旨意识和法纪观念不强。打交道最多的是图纸和甲方，对图纸里住着的人想得少，对规范背后的责任想得少，图省事、存侥幸，说到底是心里没有那根弦。\n（一）学习让位于事务。忙起来就一放再放，觉得凭经验也能干好。\n（二）群众感情淡了。刚干这行时，我蹲在田埂上看苗；现在看的是表格，表格上没有泥。\n三、整改措施\n（三）坚持学习。每周4小时雷打不动，缺一小时当月补一小时，季度末请支部核对记录。\n（一）党费每月10日前收齐；谁缺了一回，三天之内上门问一声。\n（二）凡采购，没有走完程序的，一个螺丝也不先用。值班室的灯、门、窗每半年点一遍。\n",
            with_template=True,
        ),
    ),
    Stage.REVIEW,
)
