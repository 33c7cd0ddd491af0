import type { MadeDocument } from '../made-document.ts'
import { relate } from '../relate.ts'
import { written } from '../written.ts'

const qualityBefore = written(
  'quality-2021',
  'txt',
  `
临川交通职业技术学院职业教育质量年度报告（2021年度）
2021年，学校全日制在校生{students=11208}人，专任教师{teachers=521}人，其中“双师型”教师{double=318}人。
2021届毕业生{graduates=3456}人，毕业去向落实率{rate=93.87}%。
全年非学历培训{training=41260}人次，非学历培训到款额{money=612.40}万元。
`,
)

/** Prose first, tables by chapter, places in rankings, names that change between the chapters. */
const quality = written(
  'quality-by-chapters',
  'txt',
  `
临川交通职业技术学院职业教育质量年度报告（2022年度）

第一章 基本情况

1.1 办学规模

临川交通职业技术学院坐落于抚河之滨，是一所全日制公办高职院校。学校占地1026亩，校舍建筑总面积38.6万平方米，教学仪器设备总值{equipment=2.36}{u.equipment=亿元}，馆藏纸质图书{books=98.64}万册、电子图书60余万册。学校设有9个二级学院、2个教学部，开设高职专业{majors=48}个，其中中央财政支持建设专业{majorsCentral=2}个、省级重点专业{majorsProvince=11}个，其余{majorsOwn=35}个为校级专业。在2022年高职院校竞争力排行榜中，学校由全国第286名上升至第241名，居全省第7位。

截至2022年9月30日，全校共有全日制在校学生{students=11862}人，比上年同期的{studentsBefore=11208}人净增{studentsMore=students-studentsBefore}人，增幅{studentsRise=studentsBefore>students,2}%；其中三年制{year3=10954}人、五年一贯制后两年{year5=908}人。生源以本省为主，本省籍学生{local=9846}人，占在校生总数的{localShare=local%students,2}%；来自中西部其他省份的学生2016人。

1.2 师资力量

学校有教职工{staff=736}人。专任教师{teachers=548}人，较上年增加{teachersMore=teachers-teachersBefore}人（上年{teachersBefore=521}人）。从职称看，正高{title1=46}人、副高{title2=139}人、中级{title3=228}人、初级及以下{title4=135}人，分别占{titleShare1=title1%teachers,2}%、{titleShare2=title2%teachers,2}%、{titleShare3=title3%teachers,2}%和{titleShare4=title4%teachers,2}%。从学位看，具有研究生学位者{degree=431}人，占比{degreeShare=degree%teachers,2}%。“双师型”教师共{double=357}人，在专任教师中的比重为{doubleShare=double%teachers,2}%。35岁以下青年教师196人，超过三分之一。

全体专任教师本学年完成教学任务{hours=214268}学时，师均{perTeacher=hours/teachers,1}学时。

第二章 学生发展

2.1 招生与报到

表2.1.1 近三年招生报到一览

| 年度 | 计划数 | 录取数 | 报到数 | 报到率 |
| 2020年 | 3600 | {in1=3588} | {here1=3391} | {hereShare1=here1%in1,2}% |
| 2021年 | 3800 | {in2=3796} | {here2=3612} | {hereShare2=here2%in2,2}% |
| 2022年 | 4200 | {in3=4186} | {here3=3998} | {hereShare3=here3%in3,2}% |

2022年学校面向18个省份招生，实际录取{in3}人，报到新生{here3}人，新生报到率{hereShare3}%，比2021年高{herePoints=hereShare3-hereShare2}个百分点。

2.2 技能竞赛

表2.2.1 2022年学生技能竞赛获奖统计（单位：项）

| 级别 | 一等奖 | 二等奖 | 三等奖 | 小计 |
| 国家级 | {a1=2} | {a2=5} | {a3=7} | {a4==a1+a2+a3} |
| 省级 | {b1=18} | {b2=31} | {b3=44} | {b4==b1+b2+b3} |
| 行业 | {c1=6} | {c2=9} | {c3=12} | {c4==c1+c2+c3} |
| 合计 | {d1==a1+b1+c1} | {d2==a2+b2+c2} | {d3==a3+b3+c3} | {d4==a4+b4+c4} |

全年学生参加各级技能竞赛获奖{d4}项，其中国家级{a4}项、省级{b4}项、行业{c4}项，一等奖合计{d1}项。

2.3 就业质量

2022届毕业生共{graduates=3688}人，截至2022年8月31日落实毕业去向{settled=3512}人，毕业去向落实率为{rate=settled%graduates,2}%，较2021届提高{ratePoints=rate-rateBefore}个百分点（2021届为{rateBefore=93.87}%）。落实去向的毕业生中，签订就业协议{w1=2108}人，升学{w2=986}人，应征入伍{w3=152}人，自主创业{w4=41}人，灵活就业{w5=225}人。升学人数占毕业生总数的{studyShare=w2%graduates,2}%。

毕业生半年后平均月收入{income=4638}元，自主创业比例{startShare=w4%graduates,2}%，用人单位满意度为{satisfied=96.85}%。

第三章 服务社会

3.1 培训与技术服务

全年开展非学历培训{courses=186}期，累计培训{training=44892}人次，平均每期{perCourse=training/courses,0}人次；非学历培训到款额{money=688.70}万元，同比增长{moneyRise=moneyBefore>money,2}%（2021年为{moneyBefore=612.40}万元）。培训对象中，企业职工{t1=24310}人次、农村转移劳动力{t2=9846}人次、退役军人{t3=2178}人次、在校学生及其他{t4=8558}人次。

与{firms=143}家企业签订技术服务合同{contracts=97}份，合同金额{contract=1164.00}万元，实际到账{arrived=985.60}{u.arrived=万元}，到账率{arrivedShare=arrived%contract,2}%，平均每份合同{perContract=contract/contracts,2}万元。

表3.1.1 分学院技术服务到账情况（金额单位：万元）

| 学院 | 合同数（份） | 到账金额 | 占比 |
| 汽车工程学院 | {n1=31} | {m1=342.50} | {s1=m1%arrived,1}% |
| 道路桥梁学院 | {n2=27} | {m2=286.30} | {s2=m2%arrived,1}% |
| 物流管理学院 | {n3=18} | {m3=148.80} | {s3=m3%arrived,1}% |
| 信息工程学院 | {n4=21} | {m4=208.00} | {s4=m4%arrived,1}% |
| 合计 | {contracts} | {arrived} | 100.0% |

附表

表{no.x1=1} 资源条件表

| 序号 | 指标 | 单位 | 2022年 |
| 1 | 专任教师人数 | 人 | {teachers} |
| 2 | 双师素质专任教师比例 | % | {doubleShare} |
| 3 | 生师比 | : | {sr=16.42} |
| 4 | 生均图书 | 册/生 | {booksPer=82.11} |
| 5 | 生均教学科研仪器设备值 | 元/生 | {equipmentPer=19895.46} |

表{no.x2=2} 结果指标表

| 序号 | 指标 | 单位 | 2022年 |
| 1 | 毕业生人数 | 人 | {graduates} |
| 2 | 毕业去向落实人数 | 人 | {settled} |
| 3 | 月收入 | 元 | {income} |
| 4 | 用人单位满意度 | % | {satisfied} |

表{no.x3=3} 社会服务表

| 序号 | 指标 | 单位 | 2022年 |
| 1 | 非学历培训人次 | 人次 | {training} |
| 2 | 非学历培训到款额 | 万元 | {money} |
`,
  {
    lastYear: qualityBefore,
    relations: [
      relate.parts('majors', 'majorsCentral', 'majorsProvince', 'majorsOwn'),
      relate.parts('students', 'year3', 'year5'),
      relate.parts('teachers', 'title1', 'title2', 'title3', 'title4'),
      relate.parts('settled', 'w1', 'w2', 'w3', 'w4', 'w5'),
      relate.parts('training', 't1', 't2', 't3', 't4'),
      relate.total('contracts@2', 'n1', 'n2', 'n3', 'n4'),
      relate.total('arrived@2', 'm1', 'm2', 'm3', 'm4'),
      relate.order('double', 'teachers'),
      relate.order('teachers', 'staff'),
      relate.order('settled', 'graduates'),
      relate.order('settled@2', 'graduates@2'),
      relate.order('arrived', 'contract'),
      relate.order('here2', 'in2'),
      relate.impossible('rate', '105.23'),
      relate.impossible('satisfied@2', '106.85'),
      relate.impossible('hereShare2', '195.15'),
      relate.unit('equipment', 'u.equipment', '万亿元'),
      relate.unit('arrived', 'u.arrived', '元'),
      relate.lastYear('studentsBefore', 'students'),
      relate.lastYear('teachersBefore', 'teachers'),
      relate.lastYear('rateBefore', 'rate'),
      relate.lastYear('moneyBefore', 'money'),
      relate.catalogue('sr', '21.42'),
      relate.catalogue('booksPer', '32.11'),
      relate.catalogue('equipmentPer', '1989.54'),
      relate.catalogue('income@2', '638'),
    ],
  },
)

/** A firm's own report about what it does with a college: money by kind, people sent both ways. */
const firm = written(
  'firm-report',
  'md',
  `
# 企业参与职业教育质量年度报告（2023）
## {no.k1=一}、企业概况
华岳智能装备有限公司成立于2006年，注册资本1.2亿元，现有员工{staff=2846}人，其中研发人员{research=486}人，占员工总数的{researchShare=research%staff,1}%；技能人才{skilled=1712}人，占{skilledShare=skilled%staff,1}%，技能人才中高级工以上{senior=638}人。2023年公司实现营业收入{sales=36.80}亿元，较上年（{salesBefore=33.45}亿元）增长{salesRise=salesBefore>sales,2}%，缴纳税费1.94亿元。
## {no.k2=二}、办学投入
2023年度公司用于校企合作的投入合计{spent=864.50}{u.spent=万元}，具体包括：实训设备折价{p1=420.00}万元，捐赠软件{p2=186.50}万元，奖助学金{p3=58.00}万元，兼职教师课酬{p4=96.40}万元，其他经费{p5=103.60}万元。设备投入占全部投入的{pShare=p1%spent,2}%。
表{no.t1=1} 近三年投入情况（单位：万元）
| 投入类别 | 2021年 | 2022年 | 2023年 | 三年合计 |
| --- | --- | --- | --- | --- |
| 实训设备 | {e1=260.00} | {e2=310.00} | {p1} | {e4==e1+e2+p1} |
| 软件资源 | {f1=82.00} | {f2=124.00} | {p2} | {f4==f1+f2+p2} |
| 奖助学金 | {g1=40.00} | {g2=50.00} | {p3} | {g4==g1+g2+p3} |
| 课酬及其他 | {h1=118.00} | {h2=166.00} | {h3=p4+p5} | {h4==h1+h2+h3} |
| 合计 | {i1==e1+f1+g1+h1} | {i2==e2+f2+g2+h2} | {spent} | {i4==e4+f4+g4+h4} |
从表{no.t1}可以看出，2023年投入总额比2022年增加{spentMore=spent-i2}万元，增长{spentRise=i2>spent,2}%；三年累计投入{i4}万元，年均投入{perYear=671.50}万元。
## {no.k3=三}、协同育人
公司与三所院校共建现代学徒制试点班{classes=8}个，在读学徒{apprentices=312}人，班均{perClass=apprentices/classes,0}人；其中机电一体化方向{q1=142}人、工业机器人方向{q2=98}人、数控方向{q3=72}人。全年接收学生岗位实习{interns=534}人，留用{kept=318}人，留用率{keptShare=kept%interns,2}%。实习期间月均补贴不低于2800元，发放实习补贴共{allowance=961.20}万元，人均{perIntern=allowance/interns,2}万元。
选派{sent=46}名工程师到校授课，合计{lessons=3128}课时，人均授课{perSent=lessons/sent,0}课时；接收教师企业实践{received=64}人次。
表{no.t2=2} 岗位实习学生来源与留用
| 合作院校 | 实习人数 | 留用人数 | 留用率（%） |
| --- | --- | --- | --- |
| 甲职业学院 | {r1=226} | {k1=138} | {ks1=k1%r1,2} |
| 乙职业学院 | {r2=178} | {k2=109} | {ks2=k2%r2,2} |
| 丙技师学院 | {r3=130} | {k3=71} | {ks3=k3%r3,2} |
| 总计 | {interns} | {kept} | {keptShare} |
对参加岗位实习的{interns}名学生开展满意度调查，发放问卷{asked=534}份，收回{back=521}份，回收率{backShare=back%asked,2}%，其中对岗位条件表示满意的{liked=496}份，满意率{likedShare=liked%back,2}%。
## {no.k4=四}、成果与展望
校企联合申报专利{patents=37}项，其中发明专利{inventions=9}项、实用新型{utilities=28}项；共同开发活页式教材{textbooks=12}部、企业课程{lessonsMade=26}门。产教融合实训基地于{opened=2023年5月18日}揭牌，当年完成职工培训{trained=6240}人日。
表{no.t3=3} 校企合作成果
| 成果 | 数量 | 备注 |
| --- | --- | --- |
| 联合申报专利（项） | {patents} | 含发明专利{inventions}项 |
| 活页式教材（部） | {textbooks} | |
| 企业课程（门） | {lessonsMade} | |
到2025年，公司计划将年度投入提高到1000万元以上，学徒规模扩大到500人左右。
`,
  {
    relations: [
      relate.parts('spent', 'p1', 'p2', 'p3', 'p4', 'p5'),
      relate.total('spent@2', 'p1@2', 'p2@2', 'p3@2', 'h3'),
      relate.parts('apprentices', 'q1', 'q2', 'q3'),
      relate.total('interns@2', 'r1', 'r2', 'r3'),
      relate.total('kept@2', 'k1', 'k2', 'k3'),
      relate.parts('patents', 'inventions', 'utilities'),
      relate.order('research', 'staff'),
      relate.order('senior', 'skilled'),
      relate.order('kept', 'interns'),
      relate.order('k2', 'r2'),
      relate.order('inventions', 'patents'),
      relate.impossible('back', '621'),
      relate.impossible('keptShare', '159.55'),
      relate.impossible('opened', '2023年5月38日', '2032年5月18日'),
      relate.unit('spent', 'u.spent', '亿元'),
      relate.unit('spent', 'u.spent', '元'),
    ],
  },
)

/** Heads of several levels, schools and majors below each other, several counted at once. */
const employment = written(
  'employment-by-school',
  'html',
  `
# 东湖财经职业学院2023届毕业生就业质量年度报告
## 第一部分 毕业生规模与结构
学校2023届毕业生总数为{all=2764}人。按性别划分，男生{men=1126}人，女生{women=1638}人，男女比为{sexes=men:women,2}:1；按生源划分，省内{inside=2219}人（{insideShare=inside%all,2}%），省外{outside=545}人（{outsideShare=outside%all,2}%）。毕业生分布在5个二级学院、26个专业。
表1-1 各学院毕业生构成及毕业去向落实情况
| 学院 | 毕业生人数（人） | < | < | 落实情况 | < |
| ^ | 男 | 女 | 合计 | 落实人数 | 落实率 |
| 会计学院 | {m1=248} | {w1=612} | {t1==m1+w1} | {s1=822} | {p1=s1%t1,2}% |
| 金融学院 | {m2=186} | {w2=324} | {t2==m2+w2} | {s2=479} | {p2=s2%t2,2}% |
| 商贸学院 | {m3=231} | {w3=368} | {t3==m3+w3} | {s3=561} | {p3=s3%t3,2}% |
| 信息学院 | {m4=342} | {w4=158} | {t4==m4+w4} | {s4=483} | {p4=s4%t4,2}% |
| 旅游学院 | {m5=119} | {w5=176} | {t5==m5+w5} | {s5=268} | {p5=s5%t5,2}% |
| 全校 | {men} | {women} | {all} | {settled==s1+s2+s3+s4+s5} | {rate=settled%all,2}% |
## 第二部分 毕业去向
截至2023年8月31日，2023届毕业生中已落实毕业去向{settled}人，初次毕业去向落实率{rate}%。五个学院中，落实率最高的为信息学院（{p4}%），最低的为旅游学院（{p5}%），极差{gap=p4-p5}个百分点。
表1-2 毕业去向分布
| 去向类别 | 人数 | 占毕业生总数比例（%） |
| 协议和合同就业 | {g1=1586} | {gs1=g1%all,2} |
| 升学 | {g2=762} | {gs2=g2%all,2} |
| 其中：专升本 | {g21=754} | {gs21=g21%all,2} |
| 出国（境） | {g22=8} | {gs22=g22%all,2} |
| 应征义务兵 | {g3=74} | {gs3=g3%all,2} |
| 自主创业 | {g4=33} | {gs4=g4%all,2} |
| 自由职业 | {g5=158} | {gs5=g5%all,2} |
| 未就业 | {open=151} | {openShare=open%all,2} |
| 合计 | {all} | 100.00 |
毕业生升学{g2}人，升学率{gs2}%，其中通过专升本考试进入本科院校学习的有{g21}人，出国（境）深造{g22}人。
在已就业的毕业生中，到民营企业就业{f1=1104}人，到国有企业就业{f2=286}人，到机关事业单位就业{f3=118}人，到其他单位就业{f4=78}人，四类单位合计{fall=f1+f2+f3+f4}人。从地区看，在长三角就业的占六成以上。
## 第三部分 就业质量
第三方调查于2023年11月进行，向2764名毕业生推送问卷，收回有效答卷{answers=2184}份，有效回收率{answerShare=answers%all,2}%。
表1-3 就业现状满意度评价分布
| 评价 | 很满意 | 比较满意 | 一般 | 不太满意 | 很不满意 | 合计 |
| 人数（人） | {h1=486} | {h2=974} | {h3=602} | {h4=92} | {h5=30} | {answers} |
| 占比（%） | {hs1=h1%answers,1} | {hs2=h2%answers,1} | {hs3=h3%answers,1} | {hs4=h4%answers,1} | {hs5=h5%answers,1} | 100.0 |
毕业生平均月收入{income=4512}元，2022届为{incomeBefore=4286}元，同比增长{incomeRise=incomeBefore>income,2}%。专业相关度为68.4%，其中会计学院最高（74.2%）。校园招聘会共举办{fairs=38}场，到场企业{firms=912}家，场均{perFair=firms/fairs,0}家；提供岗位{posts=24186}个，平均每家企业提供岗位{perFirm=posts/firms,1}个。毕业生人均可选岗位{perGraduate=posts/all,2}个。
注：表1-2中“其中”项不重复计入合计；部分毕业生同时属于困难毕业生与残疾毕业生。
`,
  {
    relations: [
      relate.parts('all', 'men', 'women'),
      relate.parts('all', 'inside', 'outside'),
      relate.total('men@2', 'm1', 'm2', 'm3', 'm4', 'm5'),
      relate.total('women@2', 'w1', 'w2', 'w3', 'w4', 'w5'),
      relate.total('all@2', 't1', 't2', 't3', 't4', 't5'),
      relate.total('all@3', 'g1', 'g2', 'g3', 'g4', 'g5', 'open'),
      relate.parts('g2@1', 'g21', 'g22'),
      relate.total('answers@2', 'h1', 'h2', 'h3', 'h4', 'h5'),
      relate.order('s3', 't3'),
      relate.order('g21', 'g2'),
      relate.order('g21@2', 'g2@2'),
      relate.impossible('rate@2', '194.54'),
      relate.impossible('p2', '139.92'),
      relate.impossible('answers', '2984'),
      relate.impossible('g4', '-33'),
      relate.catalogue('income', '452'),
    ],
  },
)

const budgetBefore = written(
  'budget-2022',
  'docx',
  `
# 清源卫生职业学院2022年度部门整体支出绩效自评报告
2022年全年预算数{budget=15240.00}万元，支出{spent=14782.80}万元。2022年学校“三公”经费支出{three=36.80}万元，全日制在校生{students=7860}人。
`,
)

/** Money with its unit in the caption, points and what was scored, a column of the year before. */
const budget = written(
  'budget-self-review',
  'docx',
  `
# 清源卫生职业学院2023年度部门整体支出绩效自评报告
## 一、部门概况
学院为公益二类事业单位，编制{posts=420}名，实有在编人员{people=386}人，其中专业技术人员{expert=341}人，占在编人员的{expertShare=expert%people,2}%。2023年末全日制在校生{students=8245}人，比2022年末的{studentsBefore=7860}人增加{studentsMore=students-studentsBefore}人。
## 二、收支情况
2023年初批复预算{first=14860.00}万元，年中追加{added=1725.60}万元，全年预算数{budget=first+added}万元，实际支出{spent=16105.35}{u.spent=万元}，预算执行率{done=spent%budget,2}%。支出构成为：基本支出{basic=11384.20}万元，占支出总额的{basicShare=basic%spent,2}%；项目支出{project=4721.15}万元，占支出总额的{projectShare=project%spent,2}%。
表1 2023年度收入支出情况表（单位：万元）
| 项目 | 2022年决算数 | 2023年决算数 | 增减额 | 增减率（%） |
| 一、收入合计 | {in0==inA0+inB0+inC0} | {in1==inA1+inB1+inC1} | {inMore=in1-in0} | {inRise=in0>in1,2} |
| 1.财政拨款收入 | {inA0=10426.00} | {inA1=11280.40} | {inAMore=inA1-inA0} | {inARise=inA0>inA1,2} |
| 2.事业收入 | {inB0=4218.50} | {inB1=4763.20} | {inBMore=inB1-inB0} | {inBRise=inB0>inB1,2} |
| 3.其他收入 | {inC0=526.30} | {inC1=542.00} | {inCMore=inC1-inC0} | {inCRise=inC0>inC1,2} |
| 二、支出合计 | {out0==outA0+outB0} | {spent} | {outMore=spent-out0} | {outRise=out0>spent,2} |
| 1.基本支出 | {outA0=10562.40} | {basic} | {outAMore=basic-outA0} | {outARise=outA0>basic,2} |
| 2.项目支出 | {outB0=4220.40} | {project} | {outBMore=project-outB0} | {outBRise=outB0>project,2} |
“三公”经费支出{three=31.28}万元，较上年（{threeBefore=36.80}万元）下降{threeFall=threeBefore>three,2}%，其中公务用车运行维护费{car=24.16}万元，公务接待费{guest=7.12}万元。
## 三、绩效目标完成情况
年初设定三级指标{goals=42}个，完成{reached=40}个，完成率{reachedShare=reached%goals,2}%。自评得分{score=93.6}分（满分100分），等级为“优”。
表2 自评得分汇总
| 一级指标 | 分值 | 得分 | 得分率 |
| 投入 | {v1=15} | {x1=14.5} | {xs1=x1%v1,1}% |
| 过程 | {v2=25} | {x2=23.1} | {xs2=x2%v2,1}% |
| 产出 | {v3=30} | {x3=28.4} | {xs3=x3%v3,1}% |
| 效益 | {v4=30} | {x4=27.6} | {xs4=x4%v4,1}% |
| 合计 | 100 | {score} | {scoreShare=93.6}% |
学院承接中央财政专项{central=620.00}万元、省级专项{province=1480.00}万元，专项资金合计{special=central+province}万元，已支出{specialSpent=1953.00}万元，专项资金支出率{specialDone=specialSpent%special,2}%。全年采购教学设备{sets=1268}台（套），金额{setsMoney=2092.20}万元，平均每台（套）{perSet=setsMoney/sets,2}万元。按8245名全日制在校生计算，生均支出{perStudent=1.95}万元。
受益对象满意度调查共发放问卷{asked=1500}份，回收有效问卷{back=1463}份，满意度{liked=94.80}%。
## 四、存在问题
个别项目前期论证不充分，{late=2}个指标未完成，主要原因是招标流标。根据《关于推进预算绩效管理的意见》（财预〔2018〕167号），下一步将强化全过程监控。联系人：财务处，电话0794-8256 113。
`,
  {
    lastYear: budgetBefore,
    relations: [
      relate.parts('spent', 'basic', 'project'),
      relate.total('spent@2', 'basic@2', 'project@2'),
      relate.parts('three', 'car', 'guest'),
      relate.total('score@2', 'x1', 'x2', 'x3', 'x4'),
      relate.order('expert', 'people'),
      relate.order('reached', 'goals'),
      relate.order('x3', 'v3'),
      relate.order('specialSpent', 'special'),
      relate.impossible('back', '1643'),
      relate.impossible('liked', '194.80'),
      relate.unit('spent', 'u.spent', '元'),
      relate.unit('spent', 'u.spent', '亿元'),
      relate.lastYear('threeBefore', 'three'),
      relate.lastYear('studentsBefore', 'students'),
      relate.lastYear('out0', 'spent'),
    ],
  },
)

/** A department looks back on its year: plain lines, counts within lists, cases. */
const department = written(
  'department-year',
  'txt',
  `
继续教育与图书信息中心2023年工作总结

一年来，中心在学校党委领导下，围绕服务教学科研开展工作，现将主要情况总结如下。

{no.c1=一}、文献资源建设稳步推进

全年采购纸质图书{b1=18642}册，接受捐赠{b2=1358}册，新增图书共{b=b1+b2}册，新书经费{bookMoney=86.40}万元，平均每册{perBook=46.35}元。截至12月底，馆藏纸质图书达到{stock=864200}册（{stockRound=86.42}{u.stock=万册}），按在校生{students=10480}人计算，生均图书{per=stock/students,2}册。订购中文期刊612种、报纸74种，数据库{bases=23}个，其中中文数据库{bases1=17}个、外文数据库{bases2=6}个。

{no.c2=二}、读者服务持续优化

全年接待读者{visits=412680}人次，比2022年的{visitsBefore=356240}人次增长{visitsRise=visitsBefore>visits,1}%；图书外借{loans=98450}册次，其中学生{loans1=84317}册次，教职工{loans2=14133}册次，学生借阅量占总借阅量的{loansShare=loans1%loans,1}%。全年开馆{days=338}天，日均接待{perDay=visits/days,0}人次。举办“书香”系列活动{events=26}场，参与师生{joined=7540}人次，场均{perEvent=joined/events,0}人次。

{no.c3=三}、学历继续教育规范发展

2023年录取成人高等教育新生{adult=1846}人，其中专升本{adult1=1128}人、高起专{adult2=718}人；在籍学员{enrolled=5312}人，当年毕业{left=1604}人，毕业率{leftShare=leftNext%leftAll,1}%（应毕业{leftAll=1688}人，实际毕业{leftNext=1604}人）。学费收入{fee=796.80}万元，人均{perFee=1500.00}元。

{no.c4=四}、社会培训成效明显

全年完成各类培训项目{projects=74}个，培训{trained=16280}人次，总学时{hours=488400}学时，人均{perTrained=hours/trained,0}学时。按培训类型分：企业职工培训{y1=28}个项目{z1=7260}人次，教师培训{y2=19}个项目{z2=3940}人次，社区教育{y3=27}个项目{z3=5080}人次。实现培训收入{income=518.60}万元，完成年度目标{goal=480}万元的{goalShare=income%goal,2}%。职业技能等级认定{cert=2316}人，取得证书{got=2087}人，通过率{gotShare=got%cert,2}%，其中高级工{got1=1124}人、中级工{got2=963}人。

{no.c5=五}、信息化保障有力

校园网出口带宽由{wire0=10}Gbps提升到{wire1=20}Gbps，接入信息点{points=15240}个，无线AP{ap=2860}个，比年初增加{apMore=ap-apBefore}个（年初{apBefore=2410}个）。一站式服务大厅上线事项{items=136}项，全年办理{cases=84264}件，平均每项{perItem=620}件。网络安全等级保护二级以上系统{systems=14}个，其中三级系统{systems3=3}个。全年无重大网络安全事件。

中心现有工作人员{staff=52}人，党员{party=31}人，占{partyShare=party%staff,1}%；副高以上职称{senior=15}人，占{seniorShare=senior%staff,1}%。

下一步，中心将力争2024年馆藏图书突破90万册，培训收入达到600万元。
`,
  {
    relations: [
      relate.parts('bases', 'bases1', 'bases2'),
      relate.parts('loans', 'loans1', 'loans2'),
      relate.parts('adult', 'adult1', 'adult2'),
      relate.parts('projects', 'y1', 'y2', 'y3'),
      relate.parts('trained', 'z1', 'z2', 'z3'),
      relate.parts('got', 'got1', 'got2'),
      relate.quotient('perItem', 'cases', 'items'),
      relate.order('systems3', 'systems'),
      relate.order('got', 'cert'),
      relate.order('party', 'staff'),
      relate.order('loans1', 'loans'),
      relate.impossible('gotShare', '190.11'),
      relate.impossible('staff', '-52'),
      relate.unit('stockRound', 'u.stock', '亿册'),
      relate.unit('stockRound', 'u.stock', '册'),
    ],
  },
)

const englishBefore = written(
  'english-annual-2021',
  'md',
  `
# Annual Report 2021, Harbour City Polytechnic
In 2021 the polytechnic had {students=6184} full-time students. Income from training was {income=18.20} million yuan.
`,
)

/** An English report with tables by year and of shares. */
const english = written(
  'english-annual',
  'md',
  `
# Annual Report 2022, Harbour City Polytechnic
## {no.h1=1} The year at a glance
In 2022 the polytechnic had {students=6452} full-time students, up {studentsRise=studentsBefore>students,1}% from {studentsBefore=6184} in 2021. There were {teachers=342} full-time teachers, of whom {senior=118} ({seniorShare=senior%teachers,1}%) held senior titles and {double=251} ({doubleShare=double%teachers,1}%) had industry experience. The student-teacher ratio was {sr=students:teachers,1}:1.
## {no.h2=2} Graduates
Of the {graduates=2036} graduates, {settled=1948} had found a destination by the end of August, a rate of {rate=settled%graduates,1}%.
Table {no.t1=1}. Destinations of the class of 2022
| Destination | Graduates | Share (%) |
| --- | --- | --- |
| Employed under contract | {d1=1296} | {ds1=d1%settled,1} |
| Further study | {d2=462} | {ds2=d2%settled,1} |
| Military service | {d3=58} | {ds3=d3%settled,1} |
| Self-employed | {d4=41} | {ds4=d4%settled,1} |
| Freelance | {d5=91} | {ds5=d5%settled,1} |
| Total | {settled} | 100.0 |
Graduates who went on to further study numbered {d2}. The average starting salary was {salary=4820} yuan a month, {salaryMore=salary-salaryBefore} yuan more than the {salaryBefore=4575} yuan of the class of 2021.
## {no.h3=3} Training and services
The polytechnic ran {courses=124} short courses for {people=9672} people, with an average of {perCourse=people/courses,0} people per course. Income from training was {income=20.75} million yuan, {incomeRise=incomeBefore>income,1}% more than the {incomeBefore=18.20} million yuan of 2021. It signed {contracts=68} contracts with {firms=54} firms; {patents=46} patents were granted, of which {inventions=13} were inventions.
Table {no.t2=2}. Training by sector and year
| Sector | 2020 | 2021 | 2022 |
| --- | --- | --- | --- |
| Manufacturing | {a1=2460} | {b1=2815} | {c1=3120} |
| Logistics | {a2=1830} | {b2=2042} | {c2=2386} |
| Health care | {a3=1215} | {b3=1544} | {c3=1862} |
| Other | {a4=1905} | {b4=2088} | {c4=2304} |
| Total | {a5==a1+a2+a3+a4} | {b5==b1+b2+b3+b4} | {people} |
Questionnaires were sent to {asked=3200} students and {back=2912} replied, a response rate of {backShare=back%asked,1}%. Of those who replied, {liked=2694} ({likedShare=liked%back,1}%) were satisfied.
## {no.h4=4} Campus
The library holds {books=412000} volumes in {rooms=3} reading rooms (telephone +86 794 8256 113). On {day=14 September 2022} the new workshop was opened.
`,
  {
    lastYear: englishBefore,
    relations: [
      relate.total('settled@2', 'd1', 'd2', 'd3', 'd4', 'd5'),
      relate.total('people@2', 'c1', 'c2', 'c3', 'c4'),
      relate.order('senior', 'teachers'),
      relate.order('inventions', 'patents'),
      relate.order('settled', 'graduates'),
      relate.order('liked', 'back'),
      relate.impossible('rate', '195.7'),
      relate.impossible('back', '3912'),
      relate.impossible('day', '31 September 2022', '14 September 2122'),
      relate.lastYear('studentsBefore', 'students'),
      relate.lastYear('incomeBefore', 'income'),
    ],
  },
)

/** Rankings, scores and changes in brackets; tables numbered by chapter and section. */
const rankings = written(
  'rankings',
  'md',
  `
# 2023年学科竞争力与教学评价分析
## 4.2 排名变化
据2023年4月发布的排行榜，我校综合排名由去年的第325名上升至第308名（上升17位，全省第11名），在同类院校中位列第46位（上年第51位）。分项得分中，人才培养18.62分（降0.07分），科学研究12.31分（升0.44分），社会服务9.85分（升1.02分）。
表4.2.1 分项得分与位次
| 维度 | 2022年得分 | 2023年得分 | 位次 | 位次变化 |
| --- | --- | --- | --- | --- |
| 人才培养 | 18.69 | 18.62 | 118 | ↓3 |
| 科学研究 | 11.87 | 12.31 | 246 | ↑12 |
| 社会服务 | 8.83 | 9.85 | 203 | ↑21 |
表4.2.2 入围学科
| 学科 | 全国排名 | 层次 |
| --- | --- | --- |
| 机械工程 | 64 | 前40% |
| 食品科学与工程 | 38 | 前30% |
| 护理学 | 71 | 前50% |
表4.2.3 与对标院校的差距
| 院校 | 总分 | 与我校之差 |
| --- | --- | --- |
| 甲校 | 46.90 | 6.12 |
| 乙校 | 43.25 | 2.47 |
入围学科从5个增加到8个，A+层次（第1—14名）0个，B类6个；另一榜单的口径下为7个，两榜口径不同。
## 4.3 教学评价
学生评教均分92.46分，满分课堂3门（全校27门），低于85分的课程2门。校外专家听课86节，优良率91.9%（79节）。
百名学生配多媒体教室座位数96.35个，生均藏书83.6册，每百名学生拥有教学用计算机31.5台。
依据教发〔2004〕2号和国发〔2019〕4号文件，专业代码460301（机电一体化技术）、530302（大数据与会计）等参加校内评估。会议地点：综合楼1203室，咨询电话0791-8395 6217，邮编330013。
`,
)

/** Several periods and scopes: what differs here differs for a reason that stands beside it. */
const scopes = written(
  'scopes-and-periods',
  'txt',
  `
南屏艺术职业学院2023年数据说明

一、统计口径

本说明中，在校生数为2023年9月30日时点数，毕业生数为2023届数，培训数为2023年自然年数，图书借阅为2022—2023学年数。

二、学生

全校在校生7216人，其中艺术设计学院1542人、音乐舞蹈学院1186人。2022年在校生6954人，2021年在校生6720人。按第三方抽样，受访在校生1200人。

艺术设计学院现有专任教师86人，全校专任教师402人；另有校外兼课教师74人，折合后教师总数439人。

2023届毕业生2140人，2022届毕业生2068人；2023届毕业生截至8月31日落实1987人，截至12月31日落实2046人，落实率分别为92.85%、95.61%。

三、竞赛与荣誉

2023年学生获国家级奖项11项、省级奖项63项；“十三五”以来累计获国家级奖项48项、省级奖项312项。教师教学能力大赛获省级一等奖2项、二等奖3项；学生职业规划大赛获省级一等奖1项、二等奖4项。

四、服务

2023年社会培训1.26万人次，其中公益性培训4320人次，按学员来源统计，企业职工6800余人次，社区居民5700余人次，部分学员参加多期培训，重复计入。技术服务到款额约216万元（精确数为215.86万元），较上年的190.42万元增长13.36%。

五、经费

全年收入1.48亿元，支出1.41亿元；其中基本建设支出2360万元，占支出的16.7%左右。生均拨款水平1.23万元，高于全省平均水平（1.20万元）。

六、教材与课程

自编教材23部，其中国家规划教材2部；近五年累计出版教材61部。建成在线开放课程37门，其中省级9门；选课人数最多的一门课程达3.2万人次。
`,
)

/** History, law and plans: many numbers, nearly none of them a figure of the college. */
const history = written(
  'history-and-plans',
  'html',
  `
# 青禾农业职业学院“十四五”规划中期评估
## 一、历史沿革
学院前身为1934年创办的县立农林学校，1958年更名，1978年恢复招生，2002年升格为高职院校，办学90年来培养毕业生6万余名。2019年7月入选省级优质校（皖教秘高〔2019〕113号），2021年列入A档（前10%）。
## 二、总体评价
规划提出的6大类、28项主要指标中，截至2023年12月，19项已达到或超过2025年目标，7项进展符合预期，2项滞后。5年规划期过半，任务总体完成率为67.9%。
| 指标 | 2020年基数 | 2023年实际 | 2025年目标 | 属性 |
| 全日制在校生（人） | 6850 | 7920 | 8500 | 预期性 |
| 专任教师（人） | 328 | 402 | 450 | 约束性 |
| 双师型教师比例（%） | 58.2 | 71.4 | 75以上 | 预期性 |
| 生师比 | 17.9 | 17.2 | 17以下 | 约束性 |
| 省级以上一流专业（个） | 4 | 7 | 10 | 预期性 |
| 横向到款额（万元） | 412 | 968 | 1200 | 预期性 |
## 三、下一步
到2025年，在校生规模达到8500人左右，专任教师450人，力争获批国家级项目3—5项，年培训2万人次以上。2024年3月前完成修编，4月15日提交教代会审议。第1批试点专业3个，第2批试点专业5个，两批合计8个。
（一）聚焦1个核心：以立德树人为根本。
（二）抓好2个关键：产教融合、数字赋能。
（三）实施3项行动：强师、提质、增效行动。
附：联系人王老师，0550-621 8834；开户行账号6228 4800 1234 5678 910。
`,
)

/** Reports to tune on, and innocent ones. */
export const tunedHalf: readonly MadeDocument[] = [
  quality,
  firm,
  employment,
  budget,
  department,
  english,
  rankings,
  scopes,
  history,
]
