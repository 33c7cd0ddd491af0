import { relate } from '../relate.ts'
import { written } from '../written.ts'
import { lines } from '../styles/rows.ts'

/** A school's budget as it must be made public: income, spending by function, three kinds of expenses, goals. */
export const transportBudget = written(
  'transport-budget-2024',
  'html',
  `
# 海州交通职业学院2024年单位预算公开说明
# 第一部分 单位概况
# 一、主要职责与人员
学院为省交通运输厅所属公益二类事业单位。核定事业编制{qt=528}名，年末实有在职人员{on=496}人、离退休人员{off=214}人；在职人员中，专业技术人员{s1=432}人、管理人员{s2=46}人、工勤人员{s3=18}人。编制使用率{qtR=on%qt,2}%。全日制在籍学生{st=9640}人。
# 第二部分 2024年单位预算情况说明
# 一、收支预算总体情况
2024年学院收入预算总计{in=28642.50}{u.in=万元}，支出预算总计与收入持平。与2023年预算数{inW=27186.30}万元相比，增加{inU=in-inW}万元，增长{inG=inW>in,2}%，主要原因是新校区二期实训楼投入使用，运转经费相应增加。
# 二、收入预算情况
本年收入{cur=27816.40}万元，上年结转结余{old=826.10}万元。本年收入的构成为：
| 收入项目 | 2024年预算数（万元） | 占本年收入比重 | 2023年预算数（万元） | 增减额（万元） |
| 一般公共预算拨款 | {a1=17426.80} | {aR1=a1%cur,2}% | {b1=16582.40} | {z1=a1-b1} |
| 财政专户管理资金 | {a2=6842.60} | {aR2=a2%cur,2}% | {b2=6520.00} | {z2=a2-b2} |
| 事业收入（不含专户） | {a3=2186.50} | {aR3=a3%cur,2}% | {b3=1984.60} | {z3=a3-b3} |
| 其他收入 | {a4=1360.50} | {aR4=a4%cur,2}% | {b4=1284.20} | {z4=a4-b4} |
| 合计 | {cur} | 100.00% | {b==b1+b2+b3+b4} | {z=cur-b} |
# 三、支出预算情况
2024年支出预算{ou==e1+e2}万元，其中基本支出{e1=19864.30}万元，占{eR1=e1%ou,2}%；项目支出{e2=8778.20}万元，占{eR2=e2%ou,2}%。基本支出按用途分为工资福利支出{f1=14286.70}万元、商品和服务支出{f2=4362.40}万元、对个人和家庭的补助{f3=1215.20}万元。
按支出功能分类科目，安排情况如下表所示。
| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
${lines(
  [
    ['20503', '职业教育', 14862.4, 8428.2],
    ['20508', '进修及培训', 186.3, 240],
    ['20805', '行政事业单位养老支出', 2486.5, 0],
    ['21011', '行政事业单位医疗', 942.6, 0],
    ['22102', '住房改革支出', 1386.5, 110],
  ] as const,
  ([code, name, basic, project], n) =>
    `| ${code} | ${name} | {k${n}==kb${n}+kp${n}} | {kb${n}=${basic.toFixed(2)}} | {kp${n}=${project.toFixed(2)}} |`,
)}
| 总计 | < | {ou} | {e1} | {e2} |
职业教育科目占全部支出的{kR=k1%ou,2}%。
# 四、财政拨款收支情况
财政拨款收支总预算{fi=fi1+fi2}万元：当年拨款{fi1=17426.80}万元，上年结转{fi2=412.60}万元。一般公共预算拨款较上年增长{aG=b1>a1,2}%，生均拨款水平达到18077.59元（17426.80万元÷9640人）。
# 五、“三公”经费预算情况
2024年“三公”经费财政拨款预算{sg=sg1+sg2+sg3}万元，比2023年的{sgW=46.80}万元减少{sgU=sgW-sg}万元，下降{sgG=sgW>sg,2}%。
1. 因公出国（境）费{sg1=12.00}万元，与上年持平。
2. 公务用车购置及运行维护费{sg2=24.60}万元，其中购置费0万元，运行维护费{sg2b=24.60}万元；公务用车保有量{car=6}辆，车均运行维护费{sg2P=sg2b/car,2}万元。
3. 公务接待费{sg3=5.40}万元，较上年的{sg3W=7.20}万元压减{sg3G=sg3W>sg3,2}%。
# 六、其他重要事项
（一）政府采购。2024年政府采购预算{bu=4286.40}万元，其中货物类{bu1=2864.20}万元、工程类{bu2=648.00}万元、服务类{bu3=774.20}万元；面向中小企业预留{sme=1928.88}万元，占采购预算总额的{smeR=sme%bu,2}%，其中面向小微企业预留{mic=1286.40}万元。
（二）国有资产。截至2023年末，资产原值{as=68426.30}万元，其中房屋{as1=42186.50}万元、设备{as2=18642.80}万元、图书及其他{as3=7597.00}万元。单价100万元以上设备{big=26}台（套），单价50万元以上（含100万元以上）设备{mid=84}台（套）。
（三）项目绩效。列入绩效目标管理的项目{pj=22}个，涉及资金{pjm=8364.60}万元，占项目支出的{pjR=pjm%e2,2}%；其中200万元以上重点项目{pj1=9}个，资金{pjm1=7126.40}万元，平均每个{pjP=pjm1/pj1,2}万元。
| 绩效指标 | 指标值 | 上年完成值 |
| 当年招收学生数（人） | 3400 | 3286 |
| 学生资助覆盖率（%） | 100 | 100 |
| 毕业去向落实率（%） | ≥95 | 95.84 |
| 培训人次（人次） | ≥15000 | 16420 |
# 七、预算执行回顾
2023年学院支出预算实际执行{ex=26360.20}万元，为2023年预算数的{exR=ex%inW,2}%，未执行的{old}万元按规定全部结转2024年继续使用。
`,
  {
    relations: [
      relate.parts('on', 's1', 's2', 's3'),
      relate.parts('in', 'cur@1', 'old@1'),
      relate.total('cur@2', 'a1', 'a2', 'a3', 'a4'),
      relate.parts('e1', 'f1', 'f2', 'f3'),
      relate.total('ou@2', 'k1', 'k2', 'k3', 'k4', 'k5'),
      relate.total('e1@2', 'kb1', 'kb2', 'kb3', 'kb4', 'kb5'),
      relate.total('e2@2', 'kp1', 'kp2', 'kp3', 'kp4', 'kp5'),
      relate.parts('bu', 'bu1', 'bu2', 'bu3'),
      relate.parts('as', 'as1', 'as2', 'as3'),
      relate.parts('inW', 'ex', 'old@2'),
      relate.order('on', 'qt'),
      relate.order('mic', 'sme'),
      relate.order('big', 'mid'),
      relate.order('pjm', 'e2'),
      relate.order('pjm1', 'pjm'),
      relate.impossible('smeR', '145.00'),
      relate.impossible('exR', '-96.96'),
      relate.unit('in', 'u.in', '元'),
    ],
  },
)

/** A community college's book of facts: tables of counts and shares with short remarks under them. */
export const riverbendFacts = written(
  'riverbend-facts-2023',
  'pdf',
  `
# Riverbend Community College Fact Book 2023–2024
# About this book
The Fact Book is published each spring by the Office of Institutional Research. Unless noted otherwise, enrollment figures are official census counts for the fall term. Percentages may not add to 100 because of rounding.
# 1. Enrollment
In Fall 2023 the College enrolled {st=9,846} credit students, an increase of {stU=418} students ({stG=st0>st,1} percent) from {st0=9,428} in Fall 2022. Full-time students numbered {ft=3,214}, or {ftR=ft%st,1} percent of headcount, and part-time students {pt=6,632}. Students attempted {ch=88,140} credit hours, which at {fif=15} hours per student corresponds to {fte=5,876} full-time equivalents.
Table {no.t1=1}. Fall credit headcount by campus
| Campus | Fall 2021 | Fall 2022 | Fall 2023 | Share of Fall 2023 |
| Main | {a1=4,862} | {b1=4,986} | {c1=5,164} | {p1=c1%st,1}% |
| Northside | {a2=2,148} | {b2=2,206} | {c2=2,284} | {p2=c2%st,1}% |
| Harbor | {a3=1,124} | {b3=1,082} | {c3=1,106} | {p3=c3%st,1}% |
| Online only | {a4=1,028} | {b4=1,154} | {c4=1,292} | {p4=c4%st,1}% |
| Total | {a=9,162} | {st0} | {st} | 100.0% |
Note: Students are counted at the campus where they take most of their credits. A further 2,140 students attended noncredit classes and are not included.
Table {no.t2=2}. Student characteristics, Fall 2023
| Characteristic | Group | Students | Percent |
| Gender | Female | {g1=5,726} | {gp1=g1%st,1} |
| ^ | Male | {g2=3,988} | {gp2=g2%st,1} |
| ^ | Not reported | {g3=132} | {gp3=g3%st,1} |
| Age | Under 18 | {h1=1,486} | {hp1=h1%st,1} |
| ^ | 18 to 24 | {h2=5,142} | {hp2=h2%st,1} |
| ^ | 25 to 39 | {h3=2,274} | {hp3=h3%st,1} |
| ^ | 40 and over | {h4=944} | {hp4=h4%st,1} |
| Residency | In county | {r1=8,124} | {rp1=r1%st,1} |
| ^ | Out of county | {r2=1,362} | {rp2=r2%st,1} |
| ^ | Out of state | {r3=360} | {rp3=r3%st,1} |
Women outnumbered men by {gd=1,738}. Dual-enrolled high school students accounted for {du=1,612} of the headcount; a few of them are 18 or older.
# 2. Progress and completion
Of the {co=1,684} first-time, full-time students who entered in Fall 2022, {re=1,042} returned in Fall 2023, a retention rate of {reR=re%co,1} percent. The comparable rate for part-time entrants was 44.8 percent. Of the {gc=1,726} students in the 2020 cohort, {gg=514} graduated within three years ({ggR=gg%gc,1} percent) and {gt=328} transferred without a credential ({gtR=gt%gc,1} percent).
Table {no.t3=3}. Awards conferred by type
| Award | 2021–22 | 2022–23 | Change |
| Associate in Arts | {d1=486} | {e1=512} | {z1=26} |
| Associate in Science | {d2=342} | {e2=368} | {z2=26} |
| Associate in Applied Science | {d3=418} | {e3=397} | -{z3=21} |
| Certificates, one year or more | {d4=264} | {e4=301} | {z4=37} |
| Certificates, less than one year | {d5=536} | {e5=594} | {z5=58} |
| All awards | {d=2,046} | {e=2,172} | {z=126} |
The College conferred {e} awards in 2022–23, up {eG=d>e,1} percent on the year before. Associate degrees made up {asR=as%e,1} percent of the total ({as=1,277} degrees). The {e} awards went to 1,948 graduates, since a graduate may earn more than one award.
# 3. Faculty and staff
The College employed {em=912} people in Fall 2023: {f1=168} full-time faculty, {f2=386} part-time faculty, {f3=274} full-time staff and {f4=84} part-time staff. Part-time faculty taught {sec2=1,046} of the {sec=2,318} credit sections offered ({secR=sec2%sec,1} percent). The average section had {cs=enr/sec,1} students, based on {enr=41,724} seats filled.
# 4. Cost and aid
A resident student taking 30 credits paid \${tu=4,530} in tuition, at $151 per credit, and $642 in fees. In 2022–23, {ai=5,108} students received \${aid=21.46}{u.aid= million} in financial aid: \${ai1=13.82} million in Pell grants, \${ai2=3.94} million in state grants, \${ai3=1.26} million in scholarships and \${ai4=2.44} million in loans. Pell grants represented {aiR=ai1%aid,1} percent of all aid, and the average Pell award was \${pe=4,318} for {pn=3,201} recipients.
# 5. Finance
Table {no.t4=4}. Operating revenue by source (thousands of dollars)
| Source | FY 2022 | FY 2023 | FY 2023 percent |
${lines(
  [
    ['State appropriation', '24,860', '26,142'],
    ['Local property tax', '18,426', '19,108'],
    ['Tuition and fees', '16,284', '16,972'],
    ['Grants and contracts', '9,742', '8,864'],
    ['Auxiliary and other', '2,618', '2,734'],
  ] as const,
  ([name, before, now], n) => `| ${name} | {v${n}=${before}} | {w${n}=${now}} | {wp${n}=w${n}%w,1} |`,
)}
| Total | {v=71,930} | {w=73,820} | 100.0 |
Total operating revenue rose from \${v} thousand to \${w} thousand, or by {wG=v>w,1} percent; grants fell by {wD=878} thousand dollars as pandemic relief ended. Expenditure was \${x=72,406} thousand, so that the year closed with a balance of \${y=1,414} thousand. Instruction took {xi=33,162} thousand dollars, {xiR=xi%x,1} percent of expenditure.
`,
  {
    relations: [
      relate.difference('stU', 'st0', 'st'),
      relate.parts('st', 'ft', 'pt'),
      relate.quotient('fte', 'ch', 'fif'),
      relate.total('a', 'a1', 'a2', 'a3', 'a4'),
      relate.total('st0@2', 'b1', 'b2', 'b3', 'b4'),
      relate.total('st@2', 'c1', 'c2', 'c3', 'c4'),
      relate.total('st@1', 'g1', 'g2', 'g3'),
      relate.total('st@1', 'h1', 'h2', 'h3', 'h4'),
      relate.total('st@1', 'r1', 'r2', 'r3'),
      relate.difference('gd', 'g2', 'g1'),
      relate.difference('z1', 'd1', 'e1'),
      relate.difference('z2', 'd2', 'e2'),
      relate.difference('z3', 'd3', 'e3'),
      relate.difference('z4', 'd4', 'e4'),
      relate.difference('z5', 'd5', 'e5'),
      relate.total('d', 'd1', 'd2', 'd3', 'd4', 'd5'),
      relate.total('e', 'e1', 'e2', 'e3', 'e4', 'e5'),
      relate.difference('z', 'd', 'e'),
      relate.parts('as', 'e1', 'e2', 'e3'),
      relate.parts('em', 'f1', 'f2', 'f3', 'f4'),
      relate.parts('aid', 'ai1', 'ai2', 'ai3', 'ai4'),
      relate.total('v@1', 'v1', 'v2', 'v3', 'v4', 'v5'),
      relate.total('w@1', 'w1', 'w2', 'w3', 'w4', 'w5'),
      relate.difference('wD', 'v4', 'w4'),
      relate.parts('w@2', 'x', 'y'),
      relate.order('re', 'co'),
      relate.order('gg', 'gc'),
      relate.order('sec2', 'sec'),
      relate.order('pn', 'ai'),
      relate.order('xi', 'x'),
      relate.order('du', 'st'),
      relate.impossible('reR', '161.9'),
      relate.impossible('secR', '-45.1'),
      relate.unit('aid', 'u.aid', ' thousand'),
    ],
  },
)

/** An Australian institute of technical and further education on its calendar year: prose first, then notes to accounts. */
export const coastalTafe = written(
  'coastal-tafe-2023',
  'docx',
  `
Coastal Plains TAFE Annual Report 2023
# Chief Executive's overview
In 2023 we taught {st=18,642} students across {cam=7} campuses, {stG=st0>st,1} per cent more than the {st0=17,508} we taught in 2022. We delivered {hr=5.42} million student contact hours against a target of {hrT=5.30} million, that is {hrR=hr%hrT,1} per cent of target. Student satisfaction stood at {sat=91.4} per cent (2022: {sat0=89.8} per cent), an improvement of {satU=sat-sat0} percentage points, and employer satisfaction at {esat=88.2} per cent.
# Year at a glance
| Measure | 2021 | 2022 | 2023 | Change 2022 to 2023 |
| Students | {a1=16,984} | {st0} | {st} | {z1=1,134} |
| Course enrolments | {a2=22,416} | {b2=23,162} | {c2=24,870} | {z2=1,708} |
| Apprentices and trainees | {a3=4,268} | {b3=4,612} | {c3=5,036} | {z3=424} |
| Qualifications issued | {a4=7,946} | {b4=8,214} | {c4=8,702} | {z4=488} |
| Staff (full-time equivalent) | {a5=684.2} | {b5=702.6} | {c5=718.4} | {z5=c5-b5} |
Enrolments exceed students because a student may enrol in more than one course.
# Our students
Just over half of our students were women: {w=9,488} women ({wR=w%st,1} per cent), {m=9,002} men ({mR=m%st,1} per cent) and {o=152} students who identified otherwise or gave no answer. {y=7,270} students were aged under 25, and {in=1,126} identified as Aboriginal or Torres Strait Islander, or {inR=in%st,1} per cent of all students; the state average is 4.9 per cent.
Of the {c3} apprentices and trainees, {t1=2,184} were in construction, {t2=1,362} in automotive and engineering, {t3=874} in hospitality and {t4=616} in other trades. Construction alone therefore made up {t1R=t1%c3,1} per cent. {cp=1,284} apprentices completed in 2023, {cpU=96} more than in 2022 ({cp0=1,188}).
Qualifications issued, by level:
| Level | Number | Per cent |
${lines(
  [
    ['Certificate I and II', '1,916'],
    ['Certificate III', '3,874'],
    ['Certificate IV', '1,628'],
    ['Diploma and above', '1,284'],
  ] as const,
  ([name, count], n) => `| ${name} | {q${n}=${count}} | {qp${n}=q${n}%c4,1} |`,
)}
| Total | {c4} | 100.0 |
# Outcomes
The student outcomes survey was sent to {sv=7,846} people who completed in 2022, and {rs=2,464} replied, a response rate of {rsR=rs%sv,1} per cent. Of those who replied, {jb=2,006} were employed or in further study ({jbR=jb%rs,1} per cent).
# Our people
At 31 December 2023 we employed {hd=986} people, {pe=412} of them in permanent full-time positions, {pp=188} in permanent part-time positions, {fx=224} on fixed terms and {ca=162} as casuals. Teachers numbered {te=598}, or {teR=te%hd,1} per cent of the workforce. We recorded {inj=34} injuries, down from {inj0=46}, a fall of {injG=inj0>inj,1} per cent. Staff completed {pd=14,790} hours of professional development, on average {pdP=pd/hd,1} hours each.
# Working with industry
We held {pa=246} partnership agreements with employers, of which {pa1=58} were signed during the year. Fee-for-service training earned \${fee=14.2}{u.fee= million}, of which \${fee1=9.6} million came from industry clients and \${fee2=4.6} million from individuals. {no.r1=1}. Clean energy: {ce=412} electricians upskilled. {no.r2=2}. Care: {ac=1,268} aged-care workers trained in {gr=84} groups, about {acP=ac/gr,0} in each group. {no.r3=3}. Defence: a new welding centre opened at the Harbour campus.
# Financial summary
| For the year ended 31 December ($'000) | 2022 | 2023 |
| Government grants | {i1=62,418} | {j1=65,284} |
| Student fees | {i2=18,246} | {j2=19,416} |
| Fee-for-service and contracts | {i3=12,864} | {j3=14,208} |
| Other income | {i4=3,126} | {j4=2,942} |
| Total income | {i=96,654} | {j=101,850} |
| Employee expenses | {k1=64,286} | {l1=67,842} |
| Supplies and services | {k2=21,472} | {l2=22,160} |
| Depreciation | {k3=8,964} | {l3=9,318} |
| Total expenses | {k=94,722} | {l=99,320} |
| Net result | {n0=1,932} | {n=2,530} |
Total income grew by {jG=i>j,1} per cent, led by government grants, which contributed {j1R=j1%j,1} per cent of income. Employee expenses were {l1R=l1%l,1} per cent of total expenses. The net result of \${n} thousand compares with \${n0} thousand a year earlier. Capital spending of $11.8 million is not included in the operating result.
`,
  {
    relations: [
      relate.difference('z1', 'st0', 'st'),
      relate.difference('z2', 'b2', 'c2'),
      relate.difference('z3', 'b3', 'c3'),
      relate.difference('z4', 'b4', 'c4'),
      relate.parts('st', 'w', 'm', 'o'),
      relate.parts('c3@2', 't1', 't2', 't3', 't4'),
      relate.difference('cpU', 'cp0', 'cp'),
      relate.total('c4@2', 'q1', 'q2', 'q3', 'q4'),
      relate.parts('hd', 'pe', 'pp', 'fx', 'ca'),
      relate.parts('fee', 'fee1', 'fee2'),
      relate.total('i', 'i1', 'i2', 'i3', 'i4'),
      relate.total('j', 'j1', 'j2', 'j3', 'j4'),
      relate.total('k', 'k1', 'k2', 'k3'),
      relate.total('l', 'l1', 'l2', 'l3'),
      relate.parts('i', 'k', 'n0'),
      relate.parts('j', 'l', 'n'),
      relate.order('rs', 'sv'),
      relate.order('jb', 'rs'),
      relate.order('te', 'hd'),
      relate.order('pa1', 'pa'),
      relate.order('y', 'st'),
      relate.impossible('sat', '191.4'),
      relate.impossible('rsR', '131.4'),
      relate.impossible('esat', '-88.2'),
      relate.unit('fee', 'u.fee', ' thousand'),
    ],
  },
)
