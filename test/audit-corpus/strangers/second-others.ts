import { relate } from '../relate.ts'
import { written } from '../written.ts'
import { lines } from '../styles/rows.ts'

/** A college's budget made public: accounts, purchases, goals. */
export const collegeBudget = written(
  'college-budget-2024',
  'html',
  `
# 临海水产职业学院2024年度单位预算公开
# 第一部分 单位基本情况
学院核定事业编制{quota=426}名，实有在编人员{on=398}名，空编{free=28}名；离退休{ret=186}名；聘用制人员{con=124}名。在校学生{st=6842}名。
# 第二部分 2024年预算情况说明
一、收支预算总体情况
2024年收入预算{inc=14286.53}万元，比2023年预算{incW=13624.18}万元增加{incU=inc-incW}万元，增长{incG=incW>inc,2}%。其中一般公共预算拨款{i1=10864.27}万元，占{i1R=i1%inc,2}%；事业收入{i2=2986.40}万元，占{i2R=i2%inc,2}%；上年结转{i3=435.86}万元，占{i3R=i3%inc,2}%。
2024年支出预算{exp=14286.53}万元，其中基本支出{e1=9864.32}万元，占{e1R=e1%exp,2}%，项目支出{e2=4422.21}万元，占{e2R=e2%exp,2}%。
二、一般公共预算支出
| 科目编码 | 科目名称 | 2023年执行数 | 2024年预算数 | 增减额 | 增减率（%） |
| 205 | 教育支出 | {a0=8426.15} | {b0=8794.60} | {c0=b0-a0} | {d0=a0>b0,2} |
| 208 | 社会保障和就业支出 | {a1=986.42} | {b1=1026.38} | {c1=b1-a1} | {d1=a1>b1,2} |
| 210 | 卫生健康支出 | {a2=312.60} | {b2=326.75} | {c2=b2-a2} | {d2=a2>b2,2} |
| 221 | 住房保障支出 | {a3=684.18} | {b3=716.54} | {c3=b3-a3} | {d3=a3>b3,2} |
| 合计 | | {aAll==a0+a1+a2+a3} | {bAll==b0+b1+b2+b3} | {cAll=bAll-aAll} | {dAll=aAll>bAll,2} |
一般公共预算当年拨款{bAll}万元，比2023年执行数增加{cAll}万元，增长{dAll}%。
三、基本支出
2024年一般公共预算基本支出{base=7642.85}万元，其中：人员经费{p1=6984.20}万元，主要包括基本工资{p11=2486.30}万元、津贴补贴{p12=864.20}万元、绩效工资{p13=1986.40}万元、社会保障缴费{p14=1126.80}万元、住房公积金{p15=520.50}万元；公用经费{p2=658.65}万元。
四、“三公”经费
2024年“三公”经费预算{sg=22.50}万元，比2023年减少{sgD=sgW-sg}万元（2023年{sgW=24.00}万元），下降{sgR=sgW>sg,2}%。其中因公出国（境）费{s1=6.00}万元，公务接待费{s2=4.50}{u.s=万元}，公务用车运行维护费{s3=12.00}万元。
五、政府采购
政府采购预算{buy=1864.00}万元，其中货物类{y1=1042.00}万元、工程类{y2=486.00}万元、服务类{y3=336.00}万元；面向中小企业预留{sme=1304.80}万元，预留比例{smeR=sme%buy,2}%。
六、绩效目标
{goal=12}个项目全部编报绩效目标，涉及财政拨款{gm=3864.50}万元，平均每个项目{gmP=gm/goal,2}万元。生均公用经费{per=perY/st,0}元（公用经费合计{perY=19842000}元）。
`,
  {
    relations: [
      relate.parts('quota', 'on', 'free'),
      relate.parts('inc', 'i1', 'i2', 'i3'),
      relate.parts('exp', 'e1', 'e2'),
      relate.parts('base', 'p1', 'p2'),
      relate.parts('p1', 'p11', 'p12', 'p13', 'p14', 'p15'),
      relate.parts('sg', 's1', 's2', 's3'),
      relate.parts('buy', 'y1', 'y2', 'y3'),
      relate.order('sme', 'buy'),
      relate.order('on', 'quota'),
      relate.impossible('smeR', '170.00'),
      relate.unit('s2', 'u.s', '元'),
    ],
  },
)

/** A city's secondary schools in one report: schools, districts, pupils. */
export const citySecondary = written(
  'city-secondary-2023',
  'docx',
  `
江阳市中等职业教育质量年度报告（2023年）
# 一、基本情况
2023年，全市中等职业学校{sch=26}所（不含技工学校），其中国家级重点{s1=7}所、省级示范{s2=9}所、其他{s3=10}所；按举办主体分，教育部门办{m1=17}所、其他部门办{m2=3}所、民办{m3=6}所。在校生{st=48642}人，当年招生{adm=17286}人，毕业{gr=14862}人，校均规模{stP=st/sch,0}人。中职招生占高中阶段招生总数（{hs=38460}人）的{admR=adm%hs,2}%。
全市中职教职工{sta=3246}人，专任教师{fac=2684}人，生师比{sr=st:fac,2}:1。专任教师学历达标{deg=2631}人，达标率{degR=deg%fac,2}%；双师型教师{du=1126}人，占专业教师（{pro=1642}人）比例为{duR=du%pro,2}%。
表1 各区县中职教育基本数据
| 区县 | 学校数（所） | 在校生（人） | 专任教师（人） | 毕业生（人） | 就业率（%） |
${lines(
  [
    ['城东区', 6, 12864, 702, 3986, 3908],
    ['城西区', 5, 9642, 538, 2946, 2881],
    ['江北区', 5, 10286, 566, 3128, 3064],
    ['望山县', 4, 6842, 374, 2086, 2027],
    ['清溪县', 3, 4986, 276, 1502, 1466],
    ['石门县', 3, 4022, 228, 1214, 1181],
  ] as const,
  ([name, schools, pupils, staff, out], n) =>
    `| ${name} | {a${n}=${schools}} | {b${n}=${pupils}} | {c${n}=${staff}} | {d${n}=${out}} | ${(97.1 + n / 7).toFixed(2)} |`,
)}
| 合计 | {sch} | {st} | {fac} | {gr} | {jobR} |
# 二、学生发展
毕业生{gr}人中，就业{job=14527}人，就业率{jobR=job%gr,2}%；就业学生里，升入高一级学校{up=9286}人，直接就业{di=5241}人，升学人数占毕业生的{upR=up%gr,2}%。直接就业学生中，从事第一产业{i1=286}人、第二产业{i2=2218}人、第三产业{i3=2737}人；本市就业{loc=3642}人，占直接就业的{locR=loc%di,2}%。月平均工资{pay=3268}元，同比上涨{payG=payW>pay,2}%（2022年{payW=3124}元）。
参加全国职业院校技能大赛获一等奖{x1=3}个、二等奖{x2=6}个、三等奖{x3=8}个，共{x=x1+x2+x3}个；省赛获奖{y=164}个。
# 三、办学条件
全市中职校园占地{land=2864}亩，生均{landP=landM/st,2}平方米（合{landM=1909333}平方米）；校舍面积{area=96.42}万平方米；设备总值{eq=6.28}亿元，当年新增{eqn=4862}万元；图书{book=182.60}万册，生均{bookP=bookN/st,1}册（{bookN=1826000}册）；实训工位{seat=28460}个，每百名学生{seatP=58.5}个。
# 四、经费
2023年全市中职经费总投入{inc=9.86}亿元，较上年{incW=9.24}亿元增加{incU=inc-incW}亿元，增幅{incG=incW>inc,2}%，其中财政投入{fin=8.12}亿元，占{finR=fin%inc,2}%；落实免学费资金{free=1.02}亿元，惠及{freeP=46820}人次；发放国家助学金{aid=1286.40}万元，受助{aidP=6432}人，人均{aidA=aidY/aidP,0}元（{aidY=12864000}元）。
# 五、问题
{no.w1=（一）}部分学校规模偏小。{no.w2=（二）}双师型教师不足。{no.w3=（三）}区县发展不平衡，最大的城东区在校生{b1}人，最小的石门县仅{b6}人，相差{gap=b1-b6}人。
`.replace(/\{no\.w(\d)=（(.)）\}/g, '（{no.w$1=$2}）'),
  {
    relations: [
      relate.parts('sch', 's1', 's2', 's3'),
      relate.parts('sch', 'm1', 'm2', 'm3'),
      relate.total('sch@2', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6'),
      relate.total('st@2', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6'),
      relate.total('fac@2', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'),
      relate.total('gr@2', 'd1', 'd2', 'd3', 'd4', 'd5', 'd6'),
      relate.parts('job', 'up', 'di'),
      relate.parts('di', 'i1', 'i2', 'i3'),
      relate.order('job', 'gr@3'),
      relate.order('deg', 'fac'),
      relate.order('loc', 'di'),
      relate.order('du', 'pro'),
      relate.order('fin', 'inc'),
      relate.impossible('degR', '198.03'),
      relate.impossible('jobR@2', '107.75'),
    ],
  },
)

/** What a college trained in a year, told to its provincial office. */
export const trainingYear = written(
  'training-year-2022',
  'docx',
  `
华阳交通运输学院2022年职业培训工作总结
# 一、总体完成情况
全年开办各类培训班{cls=264}个，培训学员{tr=31846}人次，完成年度计划（{plan=30000}人次）的{planR=tr%plan,2}%；实现培训收入{inc=2684.70}万元，同比增收{incU=inc-incW}万元，增长{incG=incW>inc,1}%（2021年收入{incW=2396.80}万元）。班均学员{clsP=tr/cls,1}人次，人次均收费{feeP=incY/tr,0}元（{incY=26847000}元）。
线上培训{on=12864}人次，线下培训{off=18982}人次，线上占{onR=on%tr,1}%。
# 二、分类情况
（一）企业员工培训。为{firm=86}家企业办班{c1=112}个，培训{k1=14286}人次，收入{m1=1426.30}万元，占总收入的{m1R=m1%inc,1}%。
（二）驾驶员继续教育。办班{c2=58}个，培训{k2=9864}人次，收入{m2=592.40}万元，占总收入的{m2R=m2%inc,1}%。
（三）退役军人和农民工培训。办班{c3=62}个，培训{k3=5126}人次，收入{m3=486.20}万元，占总收入的{m3R=m3%inc,1}%。其中退役军人{v=1864}人次，农民工{f=3262}人次。
（四）师资培训。办班{c4=32}个，培训{k4=2570}人次，收入{m4=179.80}万元，占总收入的{m4R=m4%inc,1}%。
附表 2022年培训项目汇总
| 类别 | 班次 | 人次 | 收入（万元） | 班均人次 |
| 企业员工培训 | {c1} | {k1} | {m1} | {z1=k1/c1,1} |
| 驾驶员继续教育 | {c2} | {k2} | {m2} | {z2=k2/c2,1} |
| 退役军人和农民工培训 | {c3} | {k3} | {m3} | {z3=k3/c3,1} |
| 师资培训 | {c4} | {k4} | {m4} | {z4=k4/c4,1} |
| 合计 | {cls} | {tr} | {inc} | {clsP} |
# 三、技能鉴定
组织职业技能等级认定{no1=46}批次，参评{ex=6842}人，合格{ok=6218}人，合格率{okR=ok%ex,1}%；按等级，初级工{l1=1286}人、中级工{l2=2864}人、高级工{l3=1826}人、技师及以上{l4=242}人。
# 四、师资与评价
培训师资库入库{t=186}人，校内{t1=104}人，企业{t2=82}人，企业师资占{tR=t2%t,1}%。学员测评参评{q=28640}人次，参评率{qR=q%tr,1}%，总体满意率{sat=98.6}%。
# 五、2023年打算
2023年计划培训{p23=34000}人次，比2022年实际增长{pG=tr>p23,1}%；收入目标{m23=2900}万元。
`,
  {
    relations: [
      relate.parts('tr', 'on', 'off'),
      relate.total('cls@2', 'c1', 'c2', 'c3', 'c4'),
      relate.total('tr@2', 'k1', 'k2', 'k3', 'k4'),
      relate.total('inc@2', 'm1', 'm2', 'm3', 'm4'),
      relate.parts('k3', 'v', 'f'),
      relate.parts('ok', 'l1', 'l2', 'l3', 'l4'),
      relate.parts('t', 't1', 't2'),
      relate.order('ok', 'ex'),
      relate.order('q', 'tr'),
      relate.impossible('sat', '198.6'),
      relate.impossible('okR', '-90.9'),
    ],
  },
)

/** An English self-study of a college. */
export const englishSelfStudy = written(
  'english-self-study-2023',
  'md',
  `
# Harbour Vocational College: Self-Study Report 2023
# A. Enrolment
As of September 2023 the College had {st=7486} students on {maj=29} programmes: {m=4312} men and {w=3174} women, so that women made up {wR=w%st,1}% of all students. New enrolment was {new=2684}, against {newW=2512} a year earlier, an increase of {newG=newW>new,1}%. Of the new students, {h=1486} came from senior high schools, {v=942} from vocational schools and {o=256} from the workforce.
# B. Completion and employment
{gr=2246} students completed their programmes in 2023. {job=2138} of them had a job or a place at a university by the end of the year ({jobR=job%gr,1}%). {loc=1476} of the {job} stayed in the province ({locR=loc%job,1}%). The average starting salary was {pay=4680} yuan, {payU=pay-payW} yuan more than in 2022 ({payW=4410} yuan).
# C. Staff
The College employs {sta=512} people, {fac=368} of whom are teachers. Among the teachers, {p=42} are professors, {ap=114} associate professors, {l=152} lecturers and {as=60} assistant lecturers. {dq=301} teachers ({dqR=dq%fac,1}%) hold a professional certificate. The student-teacher ratio is {sr=st:fac,1}:1.
| School | Teachers | Students | Graduates | Employed | Employment rate (%) |
| Marine Engineering | {a1=96} | {b1=1986} | {c1=612} | {d1=588} | {e1=d1%c1,1} |
| Logistics | {a2=84} | {b2=1842} | {c2=548} | {d2=521} | {e2=d2%c2,1} |
| Information | {a3=102} | {b3=2064} | {c3=604} | {d3=573} | {e3=d3%c3,1} |
| Tourism | {a4=86} | {b4=1594} | {c4=482} | {d4=456} | {e4=d4%c4,1} |
| Total | {fac} | {st} | {gr} | {job} | {jobR} |
# D. Training and research
In 2023 the College ran {cou=118} training courses attended by {ppl=9204} people, {pplP=ppl/cou,0} per course, and earned {fee=6.42} million yuan from them. Research income was {res=8.64} million yuan, of which {ent=5.18} million came from companies ({entR=ent%res,1}%).
# E. Survey
Questionnaires were sent to {sent=1800} graduates; {back=1368} replied, a response rate of {backR=back%sent,1}%. {sat=1297} of those who replied said they were satisfied with their education ({satR=sat%back,1}%).
`,
  {
    relations: [
      relate.parts('st', 'm', 'w'),
      relate.parts('new', 'h', 'v', 'o'),
      relate.parts('fac', 'p', 'ap', 'l', 'as'),
      relate.total('fac@2', 'a1', 'a2', 'a3', 'a4'),
      relate.total('st@2', 'b1', 'b2', 'b3', 'b4'),
      relate.total('gr@2', 'c1', 'c2', 'c3', 'c4'),
      relate.total('job@3', 'd1', 'd2', 'd3', 'd4'),
      relate.order('job', 'gr'),
      relate.order('fac', 'sta'),
      relate.order('back', 'sent'),
      relate.order('sat', 'back'),
      relate.order('ent', 'res'),
      relate.impossible('backR', '176.0'),
      relate.impossible('satR', '194.8'),
    ],
  },
)
