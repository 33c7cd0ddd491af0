import type { MadeDocument } from '../made-document.ts'
import { relate } from '../relate.ts'
import { written } from '../written.ts'

/** Mid-term self-evaluation of a plan for a school and its groups of majors. */
const midterm = written(
  'plan-self-evaluation',
  'txt',
  `
高水平高职学校和专业群建设计划中期自评报告

石鼓机电职业学院

一、总体情况

（{no.k1=一}）目标任务完成情况

建设方案共分解任务{tasks=386}项，其中学校层面任务{tasksSchool=248}项、专业群层面任务{tasksGroup=138}项。至中期节点应完成{due=212}项，实际完成{done=209}项，中期任务完成率{doneShare=done%due,2}%；尚有{late=due-done}项因政策调整顺延。绩效指标{goals=164}个，达标{reached=158}个，目标达成率{reachedShare=reached%goals,2}%。

（{no.k2=二}）资金到位与使用情况

三年总预算{budget=12800.00}万元，含：中央财政资金{b1=3000.00}万元，省级财政资金{b2=4800.00}万元，行业企业支持资金{b3=1600.00}万元，学校自筹资金{b4=3400.00}万元。截至2022年底，累计到位资金{arrived=10368.40}{u.arrived=万元}，资金到位率{arrivedShare=arrived%budget,2}%；累计支出{spent=9850.75}万元，占到位资金的{spentShare=spent%arrived,2}%，占总预算的{spentBudget=spent%budget,2}%。

分年度资金安排与支出如下表。

表{no.t1=1} 资金安排与支出（万元）

| 年度 | 预算 | 到位 | 支出 | 支出占到位比例 |
| 2020 | {y1=3600.00} | {a1=3420.00} | {s1=3196.35} | {r1=s1%a1,2}% |
| 2021 | {y2=4600.00} | {a2=3648.40} | {s2=3502.10} | {r2=s2%a2,2}% |
| 2022 | {y3=4600.00} | {a3=3300.00} | {s3=3152.30} | {r3=s3%a3,2}% |
| 累计 | {budget} | {arrived} | {spent} | {spentShare}% |

二、建设成效

（{no.m1=一}）人才培养

建设期内，学校新增国家级在线精品课程{courses=5}门，立项国家规划教材{textbooks=9}部；学生获国家级技能竞赛奖项{prizes=17}项，其中一等奖{prize1=4}项、二等奖{prize2=6}项、三等奖{prize3=7}项。毕业生本地就业比例由2019年的{stay0=61.35}%提高到2022年的{stay1=68.90}%，提高{stayMore=stay1-stay0}个百分点。

（{no.m2=二}）技术服务

2020—2022年，学校共为{firms=214}家企业提供技术服务，其中规模以上企业{firmsBig=86}家；横向到账经费三年分别为{h1=1286.40}万元、{h2=1645.80}万元和{h3=2018.30}万元，合计{h=h1+h2+h3}万元，2022年比2021年增长{hRise=h2>h3,2}%。授权专利{patents=268}件，其中发明专利{inventions=41}件，占比{inventionShare=inventions%patents,1}%。专业群为{groupFirms=97}家企业提供技术服务，占全校的{groupShare=groupFirms%firms,1}%。

（{no.m3=三}）社会培训

累计开展培训{training=186420}人日，其中面向中小微企业职工{small=102531}人日，占{smallShare=small%training,1}%；公益培训{charity=34260}人日。年均培训{perYear=62140}人日。

三、专业群建设

机电一体化技术专业群包含{majors=5}个专业，在校生{groupStudents=2864}人，占学校全日制在校生{students=11456}人的{groupStudentsShare=groupStudents%students,2}%。群内专任教师{groupTeachers=142}人，群内生师比{sr=groupStudents:groupTeachers,2}:1；双师型教师{groupDouble=121}人，占群内专任教师的{groupDoubleShare=groupDouble%groupTeachers,2}%。

表{no.t2=2} 专业群各专业规模

| 专业 | 在校生（人） | 占专业群比例（%） |
| 机电一体化技术 | {q1=968} | {qs1=q1%groupStudents,2} |
| 数控技术 | {q2=612} | {qs2=q2%groupStudents,2} |
| 模具设计与制造 | {q3=348} | {qs3=q3%groupStudents,2} |
| 工业机器人技术 | {q4=564} | {qs4=q4%groupStudents,2} |
| 电气自动化技术 | {q5=372} | {qs5=q5%groupStudents,2} |
| 合计 | {groupStudents} | 100.00 |

四、满意度

第三方机构于{surveyed=2022年11月12日}完成调查，在校生满意度{like1=94.26}%、毕业生满意度{like2=95.18}%、用人单位满意度{like3=97.42}%。面向用人单位发放问卷{asked=860}份，收回{back=792}份，回收率{backShare=back%asked,2}%。
`,
  {
    relations: [
      relate.parts('tasks', 'tasksSchool', 'tasksGroup'),
      relate.parts('budget', 'b1', 'b2', 'b3', 'b4'),
      relate.total('budget@2', 'y1', 'y2', 'y3'),
      relate.total('arrived@2', 'a1', 'a2', 'a3'),
      relate.total('spent@2', 's1', 's2', 's3'),
      relate.parts('prizes', 'prize1', 'prize2', 'prize3'),
      relate.total('groupStudents@2', 'q1', 'q2', 'q3', 'q4', 'q5'),
      relate.order('firmsBig', 'firms'),
      relate.order('groupFirms', 'firms'),
      relate.order('charity', 'training'),
      relate.order('spent', 'arrived'),
      relate.order('groupDouble', 'groupTeachers'),
      relate.impossible('like2', '195.18'),
      relate.impossible('back', '972'),
      relate.impossible('surveyed', '2022年11月32日', '2222年11月12日'),
      relate.unit('arrived', 'u.arrived', '元'),
      relate.unit('arrived', 'u.arrived', '亿元'),
    ],
  },
)

const bulletinBefore = written(
  'bulletin-2022',
  'html',
  `
# 江北市2022年教育事业统计公报
2022年，全市中等职业学校在校生{secondary=38460}人，高等职业学校在校生{higher=52180}人，高等职业学校专任教师{teachers=2846}人。全市教育经费总投入{money=86.40}亿元。
`,
)

/** A bulletin of statistics of a whole city: many scopes side by side. */
const bulletin = written(
  'statistics-bulletin',
  'html',
  `
# 江北市2023年教育事业统计公报
## 一、综合
2023年，全市共有各级各类学校{schools=1268}所，比上年减少{schoolsLess=schoolsBefore-schools}所（上年{schoolsBefore=1291}所）；各级各类学历教育在校生{all=684250}人，专任教师{teachersAll=46820}人。全市教育经费总投入{money=91.25}{u.money=亿元}，比上年（{moneyBefore=86.40}亿元）增长{moneyRise=moneyBefore>money,2}%。
## 二、职业教育
全市有中等职业学校{secondarySchools=24}所（不含技工学校），招生{secondaryIn=13460}人，在校生{secondary=39120}人，比上年的{secondaryBefore=38460}人增加{secondaryMore=secondary-secondaryBefore}人，增长{secondaryRise=secondaryBefore>secondary,2}%；毕业生{secondaryOut=12084}人，其中升入高等学校{secondaryUp=7936}人，升学比例为{secondaryUpShare=secondaryUp%secondaryOut,2}%。
高等职业学校{higherSchools=6}所，其中公办{publicSchools=4}所、民办{privateSchools=2}所；招生{higherIn=18640}人，在校生{higher=54370}人，较上年增长{higherRise=higherBefore>higher,2}%（2022年{higherBefore=52180}人）；毕业生{higherOut=16890}人。校均规模{perSchool=higher/higherSchools,0}人。专任教师{teachers=2984}人，其中副高级及以上职称{senior=926}人，占{seniorShare=senior%teachers,2}%；“双师型”教师{double=1802}人，占{doubleShare=double%teachers,2}%。
表{no.t1=1} 高等职业学校分校情况
| 学校 | 招生数 | 在校生数 | < | 专任教师数 |
| ^ | ^ | 总数 | 其中：女生 | ^ |
| 第一职业技术学院 | {i1=4620} | {n1=13480} | {w1=6240} | {e1=742} |
| 第二职业技术学院 | {i2=3860} | {n2=11260} | {w2=5180} | {e2=618} |
| 城市建设职业学院 | {i3=3240} | {n3=9540} | {w3=3120} | {e3=524} |
| 卫生健康职业学院 | {i4=2980} | {n4=8760} | {w4=7080} | {e4=486} |
| 科技职业学院 | {i5=2240} | {n5=6480} | {w5=2860} | {e5=348} |
| 外语职业学院 | {i6=1700} | {n6=4850} | {w6=3640} | {e6=266} |
| 总计 | {higherIn} | {higher} | {women==w1+w2+w3+w4+w5+w6} | {teachers} |
高等职业学校在校生中，女生{women}人，占在校生总数的{womenShare=women%higher,2}%。
## 三、办学条件
高等职业学校占地面积{land=412.60}万平方米，校舍建筑面积{built=186.35}万平方米，生均校舍面积{perBuilt=34.27}平方米；教学科研仪器设备总值{kit=9.86}亿元，其中当年新增{kitNew=0.84}亿元，占{kitShare=kitNew%kit,2}%。
表{no.t2=2} 近三年职业教育主要数据
| 指标 | 2021年 | 2022年 | 2023年 | 2023年比2022年增减 |
| 中等职业学校在校生（人） | 37240 | {secondaryBefore} | {secondary} | {secondaryMore} |
| 高等职业学校在校生（人） | 49860 | {higherBefore} | {higher} | {higherMore=higher-higherBefore} |
| 高等职业学校专任教师（人） | 2712 | {teachersBefore=2846} | {teachers} | {teachersMore=teachers-teachersBefore} |
| 职业教育经费（亿元） | {v0=12.46} | {v1=13.12} | {v2=14.08} | {vMore=v2-v1} |
## 四、社会培训
职业院校全年开展各类培训{training=268400}人次，其中企业职工{t1=124680}人次、农村劳动者{t2=68420}人次、退役军人{t3=12300}人次、其他{t4=63000}人次，占比依次为{ts1=t1%training,1}%、{ts2=t2%training,1}%、{ts3=t3%training,1}%、{ts4=t4%training,1}%。
## 五、毕业生
高等职业学校毕业生{higherOut}人中，落实去向{settled=16182}人，去向落实率{rate=settled%higherOut,2}%。
注：1.各级各类学校数不含教学点；2.部分数据因四舍五入，分项之和与合计略有出入；3.本公报数据截止日期为{day=2023年9月1日}。
`,
  {
    lastYear: bulletinBefore,
    relations: [
      relate.parts('higherSchools', 'publicSchools', 'privateSchools'),
      relate.total('higherIn@2', 'i1', 'i2', 'i3', 'i4', 'i5', 'i6'),
      relate.total('higher@2', 'n1', 'n2', 'n3', 'n4', 'n5', 'n6'),
      relate.total('teachers@2', 'e1', 'e2', 'e3', 'e4', 'e5', 'e6'),
      relate.parts('training', 't1', 't2', 't3', 't4'),
      relate.order('secondaryUp', 'secondaryOut'),
      relate.order('w4', 'n4'),
      relate.order('double', 'teachers'),
      relate.order('kitNew', 'kit'),
      relate.order('settled', 'higherOut@2'),
      relate.impossible('rate', '195.81'),
      relate.impossible('w5', '-2860'),
      relate.impossible('day', '2023年9月31日', '2203年9月1日'),
      relate.unit('money', 'u.money', '万元'),
      relate.lastYear('secondaryBefore', 'secondary'),
      relate.lastYear('higherBefore', 'higher'),
      relate.lastYear('moneyBefore', 'money'),
      relate.lastYear('teachersBefore', 'teachers'),
    ],
  },
)

/** One major and its teachers, courses and rooms, as a Word file. */
const major = written(
  'major-report',
  'docx',
  `
# 护理专业建设与发展年度报告
## {no.h1=1} 专业概况
护理专业开办于1998年，2023年在籍学生{students=1486}人，其中2021级{g1=468}人、2022级{g2=502}人、2023级{g3=516}人；女生{women=1312}人，占{womenShare=women%students,1}%。共设{classes=32}个教学班，班额平均{perClass=students/classes,0}人。
## {no.h2=2} 教学团队
专业教学团队由{team=96}人组成，专任教师{teachers=62}人，行业兼职教师{guests=34}人，专兼比为{guestRatio=teachers:guests,2}:1。专任教师中具有高级职称的{senior=24}人，占专任教师的{seniorShare=senior%teachers,1}%；双师素质教师{double=54}人，占比{doubleShare=double%teachers,1}%；博士{doctors=5}人、硕士{masters=41}人，硕士及以上学位教师共{degrees=doctors+masters}人，占{degreesShare=degrees%teachers,1}%。
表2-1 教学团队年龄结构
| 年龄段 | 专任教师 | 兼职教师 | 合计 | 比例 |
| 35岁及以下 | {ta1=21} | {ga1=6} | {a1==ta1+ga1} | {as1=a1%team,1}% |
| 36—45岁 | {ta2=26} | {ga2=13} | {a2==ta2+ga2} | {as2=a2%team,1}% |
| 46—55岁 | {ta3=12} | {ga3=11} | {a3==ta3+ga3} | {as3=a3%team,1}% |
| 56岁及以上 | {ta4=3} | {ga4=4} | {a4==ta4+ga4} | {as4=a4%team,1}% |
| 合计 | {teachers} | {guests} | {team} | 100.0% |
## {no.h3=3} 课程与教学
人才培养方案总学时{hours=2760}学时，其中公共基础课{u1=746}学时、专业课{u2=1294}学时、岗位实习{u3=720}学时；实践教学学时{practice=1520}学时，占总学时的{practiceShare=practice%hours,1}%。
表3-1 课程资源
| 类别 | 国家级 | 省级 | 校级 | 合计 |
| 精品在线开放课程（门） | {k1=1} | {k2=4} | {k3=9} | {k==k1+k2+k3} |
| 规划教材（部） | {l1=3} | {l2=2} | {l3=6} | {l==l1+l2+l3} |
| 课程思政示范课（门） | {o1=0} | {o2=2} | {o3=7} | {o==o1+o2+o3} |
目前建有精品在线开放课程{k}门，其中国家级{k1}门、省级{k2}门、校级{k3}门；规划教材{l}部。
## {no.h4=4} 实训条件
建有校内实训室{rooms=28}间，面积{area=4860}平方米，生均{perArea=area/students,2}平方米；设备总值{kit=2378.40}{u.kit=万元}，生均设备值{perKit=1.60}万元，单价10万元以上大型设备{big=36}台（套）。校外实习基地{bases=41}个，其中三级甲等医院{top=12}家，全年接收实习生{interns=486}人，每个基地平均接收{perBase=interns/bases,1}人。
## {no.h5=5} 培养质量
2023届毕业生{graduates=452}人，护士执业资格考试报考{examined=446}人，通过{passed=431}人，通过率{passedShare=passed%examined,2}%，比2022届的{passedBefore=94.30}%上升{passedMore=passedShare-passedBefore}个百分点。毕业去向落实{settled=440}人，落实率{settledShare=settled%graduates,2}%，其中升学{up=128}人，占毕业生的{upShare=up%graduates,2}%。
表5-1 近三届毕业生质量数据
| 届别 | 毕业生数 | 落实人数 | 落实率（%） | 执考通过率（%） |
| 2021届 | {z1=418} | {x1=401} | {xs1=x1%z1,2} | 92.81 |
| 2022届 | {z2=436} | {x2=421} | {xs2=x2%z2,2} | {passedBefore} |
| 2023届 | {graduates} | {settled} | {settledShare} | {passedShare} |
学生参加省级以上技能大赛获奖{prizes=13}项，其中一等奖{prize1=3}项、二等奖{prize2=4}项、三等奖{prize3=6}项。用人单位满意度{liked=97.6}%，岗位实习单位满意度{liked2=95.2}%。
`,
  {
    relations: [
      relate.parts('students', 'g1', 'g2', 'g3'),
      relate.parts('team', 'teachers', 'guests'),
      relate.total('teachers@2', 'ta1', 'ta2', 'ta3', 'ta4'),
      relate.total('guests@2', 'ga1', 'ga2', 'ga3', 'ga4'),
      relate.total('team@2', 'a1', 'a2', 'a3', 'a4'),
      relate.parts('hours', 'u1', 'u2', 'u3'),
      relate.parts('prizes', 'prize1', 'prize2', 'prize3'),
      relate.order('women', 'students'),
      relate.order('double', 'teachers'),
      relate.order('practice', 'hours'),
      relate.order('passed', 'examined'),
      relate.order('top', 'bases'),
      relate.order('x2', 'z2'),
      relate.impossible('liked', '197.6'),
      relate.impossible('passedShare', '196.64'),
      relate.impossible('interns', '-486'),
      relate.unit('kit', 'u.kit', '元'),
      relate.unit('kit', 'u.kit', '亿元'),
    ],
  },
)

/** Assets, energy and safety of a campus in short lines and wide tables. */
const campus = written(
  'campus-year',
  'md',
  `
# 后勤与资产管理处2023年度报告
## {no.k1=一}、资产
截至2023年12月31日，学校资产总额{assets=128640.50}万元，其中固定资产{fixed=92418.30}万元，占{fixedShare=fixed%assets,2}%；流动资产{flow=21862.70}万元，无形资产及其他{soft=14359.50}万元。固定资产比年初的{fixedBefore=88960.10}万元增加{fixedMore=fixed-fixedBefore}万元，增幅{fixedRise=fixedBefore>fixed,2}%。
表{no.t1=1} 固定资产分类（单位：万元，%）
| 类别 | 年初数 | 年末数 | 增减额 | 占年末总额比重 |
| --- | --- | --- | --- | --- |
| 房屋及构筑物 | {a1=58240.60} | {b1=59486.20} | {c1=b1-a1} | {d1=b1%fixed,2} |
| 专用设备 | {a2=19862.40} | {b2=21340.80} | {c2=b2-a2} | {d2=b2%fixed,2} |
| 通用设备 | {a3=7426.30} | {b3=7968.10} | {c3=b3-a3} | {d3=b3%fixed,2} |
| 图书与家具 | {a4=3430.80} | {b4=3623.20} | {c4=b4-a4} | {d4=b4%fixed,2} |
| 合计 | {fixedBefore} | {fixed} | {fixedMore} | 100.00 |
## {no.k2=二}、房屋
学校占地{land=68.40}万平方米，校舍建筑面积{built=34.26}万平方米：教学行政用房{use1=18.62}万平方米，学生宿舍{use2=11.38}万平方米，其他用房{use3=4.26}万平方米。宿舍楼{dorms=18}栋，房间{roomCount=3120}间，床位{beds=12480}个，平均每间{perRoom=beds/roomCount,0}个床位；入住学生{living=11856}人，入住率{livingShare=living%beds,2}%。
## {no.k3=三}、采购与招标
全年实施采购项目{buys=146}个，预算{buysPlan=4286.00}万元，成交{buysPaid=3942.60}{u.buys=万元}，节约资金{saved=buysPlan-buysPaid}万元，资金节约率{savedShare=saved%buysPlan,2}%。其中公开招标{open=58}个、竞争性磋商{talk=47}个、询价及其他{other=41}个。平均每个项目成交金额{perBuy=buysPaid/buys,2}万元。
## {no.k4=四}、能耗
2023年总用水量{water=486200}吨，同比下降{waterFall=waterBefore>water,2}%（2022年{waterBefore=512400}吨）；总用电量{power=968.40}万千瓦时，比2022年的{powerBefore=982.60}万千瓦时减少{powerLess=powerBefore-power}万千瓦时。按用能人数{users=12600}人计，人均用水{perWater=water/users,2}吨。光伏发电{solar=86.20}万千瓦时，占总用电量的{solarShare=solar%power,2}%。
表{no.t2=2} 分区域用电量（万千瓦时）
| 区域 | 一季度 | 二季度 | 三季度 | 四季度 | 全年 |
| --- | --- | --- | --- | --- | --- |
| 教学区 | {e11=92.40} | {e12=101.20} | {e13=78.60} | {e14=104.80} | {e1==e11+e12+e13+e14} |
| 宿舍区 | {e21=96.30} | {e22=108.50} | {e23=74.20} | {e24=112.40} | {e2==e21+e22+e23+e24} |
| 其他 | {e31=48.10} | {e32=52.30} | {e33=44.60} | {e34=55.00} | {e3==e31+e32+e33+e34} |
| 合计 | {f1==e11+e21+e31} | {f2==e12+e22+e32} | {f3==e13+e23+e33} | {f4==e14+e24+e34} | {power} |
四个季度用电量分别为{f1}万千瓦时、{f2}万千瓦时、{f3}万千瓦时和{f4}万千瓦时。
## {no.k5=五}、餐饮与安全
食堂{canteens=4}个，餐位{seats=5260}个；全年供餐{meals=682.40}万人次。开展安全检查{checks=48}次，排查隐患{risks=216}处，已整改{fixedRisks=209}处，整改率{fixedRisksShare=fixedRisks%risks,2}%。学生对后勤服务满意度测评共发放问卷{asked=3000}份，回收{back=2864}份，有效{valid=2815}份，有效率{validShare=valid%back,2}%，总体满意度{liked=91.37}%。
`,
  {
    relations: [
      relate.parts('assets', 'fixed', 'flow', 'soft'),
      relate.total('fixed@2', 'b1', 'b2', 'b3', 'b4'),
      relate.total('fixedBefore@2', 'a1', 'a2', 'a3', 'a4'),
      relate.parts('built', 'use1', 'use2', 'use3'),
      relate.parts('buys', 'open', 'talk', 'other'),
      relate.total('power@2', 'f1', 'f2', 'f3', 'f4'),
      relate.order('fixed', 'assets'),
      relate.order('living', 'beds'),
      relate.order('solar', 'power'),
      relate.order('fixedRisks', 'risks'),
      relate.order('valid', 'back'),
      relate.impossible('liked', '191.37'),
      relate.impossible('back', '3864'),
      relate.impossible('livingShare', '195.00'),
      relate.unit('buysPaid', 'u.buys', '元'),
      relate.unit('buysPaid', 'u.buys', '亿元'),
    ],
  },
)

const internationalBefore = written(
  'quality-international-2022',
  'md',
  `
# 海澜外国语职业学院质量年度报告（2022年度）
2022年，全日制在校生{students=6420}人，专任教师{teachers=318}人。2022届毕业生{graduates=1986}人，毕业去向落实率{rate=94.81}%。横向技术服务到款额{money=286.40}万元。
`,
)

/** A small college: remarks under the tables, figures said again in other words, cases. */
const small = written(
  'quality-small-college',
  'md',
  `
# 海澜外国语职业学院质量年度报告（2023年度）
## 前言
2023年，学院在校生规模突破6500人，毕业生就业率保持在95%以上，技术服务收入超过300万元。
## 第一章 学院概况
学院现有全日制在校生{students=6584}人，较2022年（{studentsBefore=6420}人）增长{studentsRise=studentsBefore>students,2}%。在校生中，外语类专业{s1=3128}人，财经商贸类专业{s2=2064}人，旅游类专业{s3=1392}人，占在校生总数的比例分别为{sp1=s1%students,2}%、{sp2=s2%students,2}%和{sp3=s3%students,2}%。开设专业{majors=29}个，涉及{kinds=6}个专业大类。
教职工{staff=428}人，专任教师{teachers=326}人，专任教师占教职工总数的{teachersShare=teachers%staff,2}%；专任教师中副高及以上职称{senior=98}人，所占比例为{seniorShare=senior%teachers,2}%；外籍教师{foreign=14}人，分别来自英国、美国、日本、韩国、法国等5个国家。
## 第二章 人才培养
2023届毕业生{graduates=2058}人，已落实去向{settled=1968}人，毕业去向落实率{rate=settled%graduates,2}%，高于2022届（{rateBefore=94.81}%）{ratePoints=rate-rateBefore}个百分点；其中升学{up=486}人，升学率{upShare=up%graduates,2}%，升入国内本科院校{up1=452}人，出国（境）深造{up2=34}人。
案例{no.c1=1}：把课堂开到口岸
依托口岸实训中心，三年来接待实训学生1200余人次，学生在真实项目中翻译文件近30万字。
2023年学生获省级以上竞赛奖项{prizes=58}项，其中国家级{prize1=9}项，省级{prize2=49}项。参赛学生{joined=364}人次，获奖率按人次计为38.5%。
案例{no.c2=2}：一本词典的三次改版
### 课程建设
学院建成各级精品课程{courses=34}门（国家级{course1=1}门、省级{course2=8}门、校级{course3=25}门），课程总数{allCourses=612}门。
## 第三章 服务与合作
横向技术服务到款额{money=324.60}{u.money=万元}，比上年{moneyBefore=286.40}万元增加{moneyMore=money-moneyBefore}万元，增长率为{moneyRise=moneyBefore>money,2}%。翻译与技术服务项目{jobs=72}项，项均到款{perJob=money/jobs,2}万元。
开展培训{courseRuns=64}期、{trained=5824}人次，期均{perRun=trained/courseRuns,0}人次，培训时长合计{hours=34944}学时，人均受训{perTrained=hours/trained,0}学时。
接收国（境）外留学生{guests=126}人，其中学历生{guests1=48}人、语言进修生{guests2=78}人。师生赴国（境）外交流{out=142}人次，学生{out1=118}人次，教师{out2=24}人次。
案例{no.c3=3}：小语种，大舞台
## 附录
表{no.t1=1} 计分卡
| 序号 | 指标 | 单位 | 2022年 | 2023年 |
| --- | --- | --- | --- | --- |
| 1 | 毕业生人数 | 人 | {graduatesBefore=1986} | {graduates} |
| 2 | 毕业去向落实人数 | 人 | 1883 | {settled} |
| | 其中：升学人数 | 人 | 431 | {up} |
| 3 | 月收入 | 元 | 4416 | {income=4652} |
表{no.t2=2} 资源表
| 序号 | 指标 | 单位 | 2023年 |
| --- | --- | --- | --- |
| 1 | 生师比 | : | {sr=16.94} |
| 2 | 专任教师总数 | 人 | {teachers} |
| 3 | 专业数量 | 个 | {majors} |
| 4 | 精品课程数 | 门 | {courses} |
| | 其中：国家级数量 | 门 | {course1} |
| | 省级数量 | 门 | {course2} |
| | 校级数量 | 门 | {course3} |
备注：专任教师总数{teachers}人，含外籍教师{foreign}人。
表{no.t3=3} 服务表
| 序号 | 指标 | 单位 | 2023年 |
| --- | --- | --- | --- |
| 1 | 横向技术服务到款额 | 万元 | {money} |
| 2 | 非学历培训人次 | 人次 | {trained} |
| 3 | 接收国（境）外留学生 | 人 | {guests} |
`,
  {
    lastYear: internationalBefore,
    relations: [
      relate.parts('students', 's1', 's2', 's3'),
      relate.parts('up', 'up1', 'up2'),
      relate.parts('prizes', 'prize1', 'prize2'),
      relate.parts('courses', 'course1', 'course2', 'course3'),
      relate.parts('courses@2', 'course1@2', 'course2@2', 'course3@2'),
      relate.parts('guests', 'guests1', 'guests2'),
      relate.parts('out', 'out1', 'out2'),
      relate.order('teachers', 'staff'),
      relate.order('senior', 'teachers'),
      relate.order('settled', 'graduates'),
      relate.order('settled@2', 'graduates@2'),
      relate.order('up@2', 'settled@2'),
      relate.order('courses', 'allCourses'),
      relate.impossible('rate', '195.63'),
      relate.impossible('guests', '-126'),
      relate.unit('money', 'u.money', '元'),
      relate.unit('money', 'u.money', '亿元'),
      relate.catalogue('sr', '23.94'),
      relate.catalogue('income', '465'),
      relate.lastYear('studentsBefore', 'students'),
      relate.lastYear('rateBefore', 'rate'),
      relate.lastYear('moneyBefore', 'money'),
      relate.lastYear('graduatesBefore', 'graduates'),
    ],
  },
)

const englishBefore = written(
  'english-bulletin-2022',
  'html',
  `
# Vocational Education in Northport, Statistical Bulletin 2022
In 2022 there were {students=48210} students in vocational colleges. Public spending on vocational education came to {money=1.42} billion yuan.
`,
)

/** An English bulletin: shares in sentences, a table with counts by year, notes. */
const englishBulletin = written(
  'english-bulletin',
  'html',
  `
# Vocational Education in Northport, Statistical Bulletin 2023
## {no.h1=1} Institutions and students
At the end of 2023 there were {students=50640} students in vocational colleges, a rise of {studentsRise=studentsBefore>students,1}% from {studentsBefore=48210} in 2022. Women numbered {women=24814} ({womenShare=women%students,1}%). The colleges enrolled {entrants=17860} new students ({entrants1=10416} from cities and {entrants2=7444} from the countryside).
Table {no.t1=1}. Students by field
| Field | 2022 | 2023 | Change | Share in 2023 (%) |
| Engineering | {a1=18460} | {b1=19350} | {c1=b1-a1} | {d1=b1%students,1} |
| Commerce | {a2=12840} | {b2=13220} | {c2=b2-a2} | {d2=b2%students,1} |
| Health | {a3=8650} | {b3=9480} | {c3=b3-a3} | {d3=b3%students,1} |
| Arts | {a4=8260} | {b4=8590} | {c4=b4-a4} | {d4=b4%students,1} |
| Total | {studentsBefore} | {students} | {more=students-studentsBefore} | 100.0 |
## {no.h2=2} Staff
The colleges employed {staff=3486} people, of whom {teachers=2814} were full-time teachers ({teachersShare=teachers%staff,1}%). The student-teacher ratio stood at {sr=students:teachers,1}:1. Teachers gave {hours=1044000} hours of lessons, with an average of {perTeacher=hours/teachers,0} hours per teacher.
## {no.h3=3} Results
Of the {graduates=15420} graduates, {settled=14618} found work or went on to study, a rate of {rate=settled%graduates,1}%. Of these, {r1=9846} signed a contract, {r2=3912} went on to study and {r3=860} started a business or worked freelance. In a survey of {asked=6000} graduates, {back=4836} replied, a response rate of {backShare=back%asked,1}%.
## {no.h4=4} Money
Public spending on vocational education came to {money=1.51} billion yuan, {moneyRise=moneyBefore>money,1}% more than the {moneyBefore=1.42} billion yuan of 2022. Of the total of {total=1510} million yuan, {p1=846} million went to staff, {p2=412} million to running costs and {p3=252} million to buildings.
Note: figures for 2023 were frozen on {day=30 November 2023}; the office can be reached under 0312-588 2046.
`,
  {
    lastYear: englishBefore,
    relations: [
      relate.parts('entrants', 'entrants1', 'entrants2'),
      relate.total('studentsBefore@2', 'a1', 'a2', 'a3', 'a4'),
      relate.total('students@2', 'b1', 'b2', 'b3', 'b4'),
      relate.parts('settled', 'r1', 'r2', 'r3'),
      relate.parts('total', 'p1', 'p2', 'p3'),
      relate.order('women', 'students'),
      relate.order('teachers', 'staff'),
      relate.order('settled', 'graduates'),
      relate.impossible('rate', '194.8'),
      relate.impossible('back', '6836'),
      relate.impossible('day', '31 November 2023', '30 November 2203'),
      relate.lastYear('studentsBefore', 'students'),
      relate.lastYear('moneyBefore', 'money'),
    ],
  },
)

/** A procurement notice with lots, prices, codes and days: no figure is a part of another. */
const tender = written(
  'tender-notice',
  'txt',
  `
实训设备采购项目公告

项目编号：JXZB2023-0816-03，预算金额：486.00万元，最高限价：478.50万元。

第1包：数控加工中心6台，预算198.00万元；第2包：三坐标测量机2台，预算126.00万元；第3包：工业机器人工作站4套，预算162.00万元。三个包预算合计486.00万元。

投标人须在2023年9月8日至9月15日（工作日8:30—11:30，14:30—17:00）获取文件，售价500元/包。开标时间：2023年9月28日9时30分，地点：行政楼2楼207室。

评分办法：价格30分、技术50分、商务20分，满分100分。质保期不少于3年，交货期60日历天。

财政部令第87号、财库〔2020〕46号、财库〔2022〕19号适用于本项目，对小微企业报价给予10%的扣除。

联系电话：0793-8462 517，传真：0793-8462 518，邮编334000，统一社会信用代码12360000491015XXXX。
`,
)

/** A study with several-counted answers, scores and samples of several waves. */
const study = written(
  'survey-of-waves',
  'md',
  `
# 学生学习投入调查报告
## 3.1 样本
调查分两轮进行：第一轮（2023年4月）回收1864份，有效1792份；第二轮（2023年11月）回收2016份，有效1958份。两轮有效样本合计3750份。
表3.1.1 样本构成（第二轮）
| 变量 | 类别 | 人数 | 百分比 |
| --- | --- | --- | --- |
| 性别 | 男 | 886 | 45.3% |
| ^ | 女 | 1072 | 54.7% |
| 年级 | 一年级 | 812 | 41.5% |
| ^ | 二年级 | 694 | 35.4% |
| ^ | 三年级 | 452 | 23.1% |
## 3.2 结果
第二轮总体均值4.02分（5分制），比第一轮3.87分提高0.15分。维度得分依次为：课堂参与4.18分、自主学习3.76分、同伴合作4.12分。
表3.2.1 学习困难（多选题，第二轮，N=1958）
| 选项 | 人次 | 占比 |
| --- | --- | --- |
| 基础薄弱 | 1046 | 53.4% |
| 时间不足 | 783 | 40.0% |
| 方法不当 | 921 | 47.0% |
| 兴趣不高 | 412 | 21.0% |
信度系数α=0.912，KMO=0.934，χ²/df=2.86，RMSEA=0.047（p<0.001）。
相关性最高的前3个题项为Q7、Q12、Q15，相关系数分别为0.68、0.64、0.61。
超过八成（83.2%）的学生每周自习6小时以上，约有两成学生不足3小时。
`,
)

/** A press release that rounds, compares with elsewhere and tells of several days. */
const release = written(
  'open-day',
  'html',
  `
# 职业教育活动周开幕 5万市民走进校园
5月12日，2024年职业教育活动周启动仪式举行，全市38所职业院校同步开放，首日接待市民约1.2万人次。活动周将持续至5月18日，预计接待5万人次。
主会场设体验区8个、展位126个，36家企业带来岗位2400余个，其中高技能岗位近900个。现场达成就业意向412人，最高月薪1.2万元，平均起薪5200元。
据介绍，全市现有中职学校24所、高职院校6所、技工学校8所，在校生合计超过10万人；全省有高职院校61所，全国高职（专科）学校1545所。去年全市高职毕业生去向落实率96.2%，比全省平均水平（94.5%）高1.7个百分点。
“从第1届到第10届，参与的学校由12所增加到38所。”主办方说，10年来累计有30多万人次走进校园。
市民热线12345、咨询电话0312-5882 046全天开通，1路、16路、K3路公交车可达。
`,
)

/** Reports that nobody looked at while the rules were mended with the other half, and innocent ones. */
export const closedHalf: readonly MadeDocument[] = [
  midterm,
  bulletin,
  major,
  campus,
  small,
  englishBulletin,
  tender,
  study,
  release,
]
