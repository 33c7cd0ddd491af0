import { relate } from '../relate.ts'
import { written } from '../written.ts'
import { added, lines } from '../styles/rows.ts'

/** A college's report on its graduates' work: sexes, places of origin, trades, a survey. */
export const graduatesReport = written(
  'graduates-2023',
  'docx',
  `
江浦纺织服装职业学院2023届毕业生就业质量年度报告
# 第一章 毕业生基本情况
一、毕业生规模
学校2023届毕业生共计{gr=4126}人，其中三年制专科{g1=3418}人，五年一贯制{g2=708}人。男性{boy=1462}人，占{boyR=boy%gr,2}%；女性{girl=2664}人，占{girlR=girl%gr,2}%，男女性别比为{bg=boy:girl,2}:1。汉族毕业生{han=3984}人，少数民族毕业生{mz=142}人。
二、生源结构
本省生源{in=3276}人，占毕业生总数的{inR=in%gr,2}%；外省生源{outp=850}人，占{outR=outp%gr,2}%。外省生源中，安徽{q1=264}人、河南{q2=218}人、贵州{q3=156}人、其他省份{q4=212}人。困难家庭毕业生{poor=486}人，困难生比例{poorR=poor%gr,2}%。
# 第二章 就业率与去向
截至2023年12月31日，毕业生初次就业{job0=3862}人，年终就业{job=3978}人，年终毕业去向落实率{jobR=job%gr,2}%，较初次提高{up0=jobR-job0R}个百分点（初次落实率为{job0R=job0%gr,2}%）。暂未就业{un=gr-job}人，其中求职中{un1=86}人、签约中{un2=24}人、不就业拟升学{un3=31}人、其他{un4=7}人。
表2-1 毕业去向分布
| 去向类别 | 人数 | 比例（%） |
| 签就业协议形式就业 | {k1=2168} | {kr1=k1%gr,2} |
| 签劳动合同形式就业 | {k2=684} | {kr2=k2%gr,2} |
| 其他录用形式就业 | {k3=126} | {kr3=k3%gr,2} |
| 自主创业 | {k4=58} | {kr4=k4%gr,2} |
| 自由职业 | {k5=43} | {kr5=k5%gr,2} |
| 应征义务兵 | {k6=81} | {kr6=k6%gr,2} |
| 升学 | {k7=818} | {kr7=k7%gr,2} |
| 待就业 | {un} | {unR=un%gr,2} |
| 总计 | {gr} | 100.00 |
由表2-1可见，签就业协议形式就业人数最多，为{k1}人，占毕业生总数的{kr1}%；升学{k7}人，占{kr7}%；自主创业{k4}人，创业率为{kr4}%。
表2-2 分院系就业情况
| 院系 | 毕业生人数 | 就业人数 | 就业率（%） | 困难生人数 |
${lines(
  [
    ['服装学院', 826, 803, 94],
    ['纺织工程学院', 642, 621, 82],
    ['艺术与设计学院', 718, 686, 76],
    ['经贸学院', 886, 851, 108],
    ['信息与机电学院', 724, 697, 86],
    ['旅游学院', 330, 320, 40],
  ] as const,
  ([name, all, jobs, poor], n) =>
    `| ${name} | {v${n}=${all}} | {j${n}=${jobs}} | {r${n}=j${n}%v${n},2} | {p${n}=${poor}} |`,
)}
| 全校合计 | {gr} | {job} | {jobR} | {poor} |
就业率最高的是服装学院，达{r1}%；最低的是艺术与设计学院，为{r3}%，两者相差{gap=r1-r3}个百分点。
# 第三章 就业流向
单位就业的毕业生共{emp=2978}人。按单位性质划分，国有企业{w1=286}人、三资企业{w2=142}人、民营及其他企业{w3=2394}人、机关事业单位{w4=98}人、其他{w5=58}人。留在本省就业{loc=2412}人，占单位就业人数的{locR=loc%emp,2}%。到西部地区就业{west=126}人。
从行业看，制造业{h1=1186}人，占{h1R=h1%emp,2}%；批发和零售业{h2=624}人，占{h2R=h2%emp,2}%；居民服务业{h3=284}人，占{h3R=h3%emp,2}%，前三大行业合计占{h123=70.32}%。
# 第四章 质量调查
本次调查向2023届毕业生发出问卷{sent=3978}份，回收有效问卷{val=2784}份，有效回收率{valR=val%sent,2}%。答卷毕业生平均月薪{pay=4926}元，比2022届{payW=4718}元上涨{payU=pay-payW}元，涨幅{payG=payW>pay,2}%。专业对口率{fit=76.84}%，工作稳定率{stab=81.52}%；对就业现状表示“很满意”{z1=986}人、“满意”{z2=1324}人、“一般”{z3=396}人、“不满意”{z4=78}人，满意度{zR=zz%val,2}%（很满意和满意合计{zz=z1+z2}人）。
用人单位调查样本{unit=218}家，对学校毕业生总体满意的{unit1=214}家，用人单位满意度{unitR=unit1%unit,2}%。
`,
  {
    relations: [
      relate.parts('gr', 'g1', 'g2'),
      relate.parts('gr', 'boy', 'girl'),
      relate.parts('gr', 'han', 'mz'),
      relate.parts('gr', 'in', 'outp'),
      relate.parts('outp', 'q1', 'q2', 'q3', 'q4'),
      relate.parts('un', 'un1', 'un2', 'un3', 'un4'),
      relate.total('gr@2', 'k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'un@2'),
      relate.total('gr@3', ...added('v', 6).split('+')),
      relate.total('job@2', ...added('j', 6).split('+')),
      relate.total('poor@2', ...added('p', 6).split('+')),
      relate.parts('emp', 'w1', 'w2', 'w3', 'w4', 'w5'),
      relate.parts('val', 'z1', 'z2', 'z3', 'z4'),
      relate.order('job', 'gr'),
      relate.order('val', 'sent'),
      relate.order('unit1', 'unit'),
      relate.order('job0', 'job'),
      relate.order('loc', 'emp'),
      relate.impossible('fit', '176.84'),
      relate.impossible('stab', '118.52'),
      relate.parts('h123', 'h1R', 'h2R', 'h3R'),
    ],
  },
)

/** Final accounts of a college: the fixed sentences of the trade. */
export const finalAccounts = written(
  'final-accounts-2022',
  'txt',
  `
平川农业工程学校2022年度单位决算公开说明
第一部分 单位概况
学校内设机构{dep=14}个，编制人数{quota=268}人，年末实有人数{real=254}人，其中在职{on=251}人、离休{off=3}人。另有退休人员{ret=126}人。
第二部分 决算情况说明
一、收入支出决算总体情况
2022年度收入总计{inAll=9864.27}万元，支出总计{outAll=9864.27}万元。与上年相比，收入总计增加{inU=inAll-inW}万元，增长{inG=inW>inAll,2}%（上年为{inW=9128.65}万元），主要原因是项目经费增加。
二、收入决算情况
本年收入合计{inc=9486.15}万元，其中：财政拨款收入{i1=8214.36}万元，占{i1R=i1%inc,2}%；事业收入{i2=1086.42}万元，占{i2R=i2%inc,2}%；其他收入{i3=185.37}万元，占{i3R=i3%inc,2}%。
三、支出决算情况
本年支出合计{out=9602.84}万元，其中：基本支出{o1=6428.36}万元，占{o1R=o1%out,2}%；项目支出{o2=3174.48}万元，占{o2R=o2%out,2}%。年末结转和结余{rest=outAll-out}万元。
四、财政拨款支出决算情况
2022年度财政拨款支出{fin=8196.24}万元，占本年支出合计的{finR=fin%out,2}%。与上年相比，财政拨款支出增加{finU=fin-finW}万元，增长{finG=finW>fin,2}%（上年{finW=7684.52}万元）。
财政拨款支出年初预算为{bud=7962.50}万元，支出决算为{fin}万元，完成年初预算的{budR=fin%bud,2}%。按功能分类：教育支出{e1=6842.18}万元，占{e1R=e1%fin,2}%；社会保障和就业支出{e2=786.42}万元，占{e2R=e2%fin,2}%；卫生健康支出{e3=248.36}万元，占{e3R=e3%fin,2}%；住房保障支出{e4=319.28}万元，占{e4R=e4%fin,2}%。
五、基本支出决算情况
基本支出{o1}万元，其中：人员经费{p1=5684.12}万元，公用经费{p2=744.24}万元。人员经费占基本支出的{p1R=p1%o1,2}%。
六、“三公”经费支出情况
“三公”经费财政拨款支出预算为{sgB=18.60}万元，支出决算为{sg=14.28}万元，完成预算的{sgR=sg%sgB,2}%，决算数小于预算数的主要原因是厉行节约。其中：因公出国（境）费支出决算{s1=0.00}万元；公务用车购置及运行费支出决算{s2=10.86}万元，占{s2R=s2%sg,2}%；公务接待费支出决算{s3=3.42}{u.s=万元}，占{s3R=s3%sg,2}%。国内公务接待{rec=38}批次{recp=296}人次，人均{recP=recY/recp,2}元（折{recY=34200}元）。公务用车保有量{car=4}辆，车均运行费{carP=s2/car,2}万元。
七、政府采购支出情况
政府采购支出总额{buy=2186.40}万元，其中：政府采购货物支出{y1=1286.30}万元、政府采购工程支出{y2=618.40}万元、政府采购服务支出{y3=281.70}万元。授予中小企业合同金额{sme=1864.20}万元，占政府采购支出总额的{smeR=sme%buy,2}%，其中授予小微企业合同金额{sma=1026.50}万元，占政府采购支出总额的{smaR=sma%buy,2}%。
八、资产情况
截至2022年12月31日，学校共有车辆{car}辆，其中机要通信用车{ca1=1}辆、其他用车{ca2=3}辆；单价50万元以上通用设备{big=12}台（套），单价100万元以上专用设备{spe=3}台（套）。
第三部分 决算表
| 收入项目 | 决算数 | 支出项目 | 决算数 |
| 一、财政拨款收入 | {i1} | 一、教育支出 | {t1=8248.78} |
| 二、事业收入 | {i2} | 二、社会保障和就业支出 | {e2} |
| 三、其他收入 | {i3} | 三、卫生健康支出 | {e3} |
| | | 四、住房保障支出 | {e4} |
| 本年收入合计 | {inc} | 本年支出合计 | {out} |
| 年初结转和结余 | {was=378.12} | 年末结转和结余 | {rest} |
| 总计 | {inAll} | 总计 | {outAll} |
`,
  {
    relations: [
      relate.parts('real', 'on', 'off'),
      relate.parts('inc', 'i1', 'i2', 'i3'),
      relate.parts('out', 'o1', 'o2'),
      relate.parts('fin', 'e1', 'e2', 'e3', 'e4'),
      relate.parts('o1', 'p1', 'p2'),
      relate.parts('sg', 's1', 's2', 's3'),
      relate.parts('buy', 'y1', 'y2', 'y3'),
      relate.parts('car@2', 'ca1', 'ca2'),
      relate.total('inc@2', 'i1@2', 'i2@2', 'i3@2'),
      relate.total('out@2', 't1', 'e2@2', 'e3@2', 'e4@2'),
      relate.total('inAll@2', 'inc@2', 'was'),
      relate.total('outAll@2', 'out@2', 'rest@2'),
      relate.order('sma', 'sme'),
      relate.order('sme', 'buy'),
      relate.order('fin', 'out'),
      relate.impossible('budR', '-102.94'),
      relate.impossible('on', '-251'),
      relate.unit('s3', 'u.s', '元'),
    ],
  },
)

/** A firm tells what it does for a college. */
export const firmReport = written(
  'firm-and-college-2024',
  'md',
  `
# 远航智造集团参与职业教育人才培养年度报告（2024年）
# 一、企业概况
集团成立于1996年，注册资本{cap=28600}万元，下设子公司{sub=11}家，其中省内{sub1=7}家、省外{sub2=4}家。2023年营业收入{rev=36.84}亿元，同比增长{revG=revW>rev,2}%（2022年{revW=33.62}亿元），实现利税{tax=4.26}亿元。现有员工{emp=4286}人，技术技能人才{tech=2864}人，占员工总数{techR=tech%emp,2}%，其中高技能人才{hi=1126}人，占技术技能人才的{hiR=hi%tech,2}%。
# 二、合作基础
集团与江湾职业技术学院自2016年开展合作，双方共建产业学院，累计联合培养学生{all=3642}人。目前在读学徒{app=486}人，分布在机电一体化技术、工业机器人技术和数控技术{maj=3}个专业。
| 专业 | 2022级（人） | 2023级（人） | 2024级（人） | 合计（人） |
| 机电一体化技术 | {a1=52} | {a2=58} | {a3=64} | {at==a1+a2+a3} |
| 工业机器人技术 | {b1=48} | {b2=54} | {b3=60} | {bt==b1+b2+b3} |
| 数控技术 | {c1=46} | {c2=50} | {c3=54} | {ct==c1+c2+c3} |
| 合计 | {t1==a1+b1+c1} | {t2==a2+b2+c2} | {t3==a3+b3+c3} | {app} |
# 三、资源投入
本年度集团投入办学资金与设备折价合计{inv=1426.80}万元，其中现金{v1=286.00}万元、设备{v2=864.30}万元、软件及技术资料{v3=276.50}万元，比2023年度的{invW=1188.60}万元增加{invU=inv-invW}万元，增幅为{invG=invW>inv,2}%。派出兼职教师{pt=64}人，其中高级工程师{pt1=18}人、高级技师{pt2=27}人、其他{pt3=19}人；承担教学任务{ptH=7680}课时，人均{ptP=ptH/pt,0}课时；发放兼职教师酬金{pay=92.16}万元，课时费标准为{payP=payY/ptH,0}元/课时（{payY=921600}元）。
接收教师企业实践{vis=86}人次、{visD=1892}天，平均每人次{visP=visD/vis,0}天。提供实习岗位{post=720}个，实际接收实习生{intern=612}人，岗位利用率{postR=intern%post,1}%。
# 四、人才成效
2024届合作班毕业生{gr=468}人，留在集团工作{stay=286}人，留任率{stayR=stay%gr,1}%；去其他企业{oth=142}人，升学{up=40}人。入职满一年仍在岗的{one=241}人，占留任人数的{oneR=one%stay,1}%。
学徒参加职业技能等级认定{exam=472}人，通过{pass=451}人，通过率{passR=pass%exam,1}%，其中取得高级工证书{p1=364}人、中级工证书{p2=87}人。
# 五、技术创新
校企联合攻关项目{pro=26}项，已结题{proD=17}项、在研{proI=9}项；产生直接经济效益{eff=2864}万元。共同申请专利{pat=34}件，获授权{patG=21}件，授权率{patR=patG%pat,1}%。
# 六、问题与展望
2025年拟新增投入{next=1600.00}万元，较本年度增长{nextG=inv>next,1}%；学徒规模扩大到{app25=600}人。
`,
  {
    relations: [
      relate.parts('sub', 'sub1', 'sub2'),
      relate.total('app@2', 'at', 'bt', 'ct'),
      relate.parts('inv', 'v1', 'v2', 'v3'),
      relate.parts('pt', 'pt1', 'pt2', 'pt3'),
      relate.parts('gr', 'stay', 'oth', 'up'),
      relate.parts('pass', 'p1', 'p2'),
      relate.parts('pro', 'proD', 'proI'),
      relate.order('pass', 'exam'),
      relate.order('hi', 'tech'),
      relate.order('one', 'stay'),
      relate.order('patG', 'pat'),
      relate.order('intern', 'post'),
      relate.impossible('postR', '185.0'),
    ],
  },
)

/** An English annual report of a college. */
export const englishInstitute = written(
  'english-institute-2024',
  'docx',
  `
Eastbay Institute of Technology: Annual Quality Report 2024
# 1 At a glance
In 2024 the Institute enrolled {st=9862} full-time students in {maj=38} programmes offered by {sch=6} schools, and employed {sta=684} staff, including {fac=472} full-time teachers. The employment rate of the class of 2024 was {jobR}%.
# 2 Students
Of the {st} students, {y1=3486} were in the first year, {y2=3314} in the second and {y3=3062} in the third. Women numbered {girl=4142}, or {girlR=girl%st,1}% of the total. In 2024, {adm=3624} applicants were admitted and {arr=3486} registered, a registration rate of {arrR=arr%adm,1}%, up {arrU=arrR-arrW} percentage points from {arrW=95.1}% in 2023.
Table 1 Students and teachers by school
| School | Programmes | Students | Teachers | Students per teacher |
| Mechanical Engineering | {p1=9} | {s1=2486} | {t1=116} | {q1=s1/t1,1} |
| Electrical Engineering | {p2=7} | {s2=1968} | {t2=94} | {q2=s2/t2,1} |
| Computing | {p3=8} | {s3=2214} | {t3=102} | {q3=s3/t3,1} |
| Business | {p4=6} | {s4=1486} | {t4=68} | {q4=s4/t4,1} |
| Design | {p5=4} | {s5=862} | {t5=48} | {q5=s5/t5,1} |
| Health | {p6=4} | {s6=846} | {t6=44} | {q6=s6/t6,1} |
| Total | {maj} | {st} | {fac} | {q=st/fac,1} |
# 3 Graduates
A total of {gr=2984} students graduated in 2024. By December {job=2871} had found work or gone on to further study, giving an employment rate of {jobR=job%gr,1}%; {work=2264} were in employment, {up=561} continued their studies and {own=46} started a business. The remaining {un=gr-job} were still looking for work. Average monthly pay rose from {payW=4826} yuan to {pay=5108} yuan, an increase of {payG=payW>pay,1}%.
# 4 Teachers
{hi=168} of the {fac} teachers hold a senior title ({hiR=hi%fac,1}%), {ma=394} hold a master's degree or above ({maR=ma%fac,1}%), and {du=386} have industry experience ({duR=du%fac,1}%). Teachers attended {tr=1416} training sessions, an average of {trP=tr/fac,1} each.
# 5 Service
Contract research brought in {h=12.84} million yuan, {hG=hW>h,1}% more than the {hW=11.26} million yuan of 2023. The Institute held {cou=142} short courses for {ppl=11928} participants, {pplP=ppl/cou,0} per course on average; {farm=3864} of the participants came from rural areas, that is {farmR=farm%ppl,1}%. It was granted {pat=76} patents: {pa1=14} invention patents, {pa2=49} utility models and {pa3=13} designs.
# 6 Finance
Total income reached {inc=248.6} million yuan, made up of government grants of {i1=162.4} million, tuition fees of {i2=68.9} million and other income of {i3=17.3} million. Government grants made up {i1R=i1%inc,1}% of income. Expenditure was {out=241.3} million yuan, leaving a surplus of {rest=inc-out} million yuan.
# 7 Survey
We sent questionnaires to {sent=2600} graduates and received {back=2184} replies (response rate {backR=back%sent,1}%). {happy=2082} respondents were satisfied with the Institute, a satisfaction rate of {happyR=happy%back,1}%.
`,
  {
    relations: [
      relate.parts('st@2', 'y1', 'y2', 'y3'),
      relate.total('maj@2', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6'),
      relate.total('st@3', 's1', 's2', 's3', 's4', 's5', 's6'),
      relate.total('fac@2', 't1', 't2', 't3', 't4', 't5', 't6'),
      relate.parts('job', 'work', 'up', 'own'),
      relate.parts('pat', 'pa1', 'pa2', 'pa3'),
      relate.parts('inc', 'i1', 'i2', 'i3'),
      relate.order('job', 'gr'),
      relate.order('arr', 'adm'),
      relate.order('back', 'sent'),
      relate.order('happy', 'back'),
      relate.order('farm', 'ppl'),
      relate.order('fac', 'sta'),
      relate.impossible('arrR', '196.2'),
      relate.impossible('backR', '184.0'),
    ],
  },
)

/** A province's report on its colleges. */
export const provinceReport = written(
  'province-colleges-2023',
  'html',
  `
# 岭东省高等职业教育质量年度报告（2023）
# 一、基本情况
全省共有独立设置高职院校{col=58}所，其中公办{c1=43}所、民办{c2=15}所；国家“双高计划”院校{dh=6}所，省域高水平高职学校{sg=18}所。高职在校生{st=58.42}万人，占全省普通本专科在校生（{all=112.36}万人）的{stR=st%all,2}%。2023年招生{adm=20.18}万人，比上年增加{admU=adm-admW}万人（2022年{admW=19.26}万人），增长{admG=admW>adm,2}%。
表1 2021—2023年全省高职教育规模
| 指标 | 2021年 | 2022年 | 2023年 | 2023年比2022年增长（%） |
| 学校数（所） | 55 | 57 | {col} | 1.75 |
| 招生数（万人） | 18.64 | {admW} | {adm} | {admG} |
| 在校生数（万人） | 52.16 | {stW=55.38} | {st} | {stG=stW>st,2} |
| 毕业生数（万人） | 13.82 | {grW=15.46} | {gr=17.24} | {grG=grW>gr,2} |
| 专任教师数（万人） | 2.46 | {fW=2.63} | {f=2.81} | {fG=fW>f,2} |
# 二、学生发展
2023届高职毕业生{gr}万人，毕业去向落实率{job=94.36}%，高出全国平均水平{over=2.14}个百分点；在本省就业比例{loc=78.52}%。毕业生升学{up=3.86}万人，升学率{upR=up%gr,2}%。
# 三、专业建设
全省高职共开设专业点{pt=2486}个，涉及专业{maj=412}种，校均{ptP=pt/col,1}个。按产业划分，面向第一产业专业点{d1=98}个，占{d1R=d1%pt,2}%；面向第二产业{d2=826}个，占{d2R=d2%pt,2}%；面向第三产业{d3=1562}个，占{d3R=d3%pt,2}%。新增专业点{new=186}个，撤销{old=142}个，专业点净增{net=new-old}个。
# 四、师资队伍
专任教师{f}万人，其中双师型{du=1.86}万人，占{duR=du%f,2}%。全省高职平均生师比{sr=17.62}:1，最低{srl=13.84}:1，最高{srh=21.56}:1。
# 五、分地区情况
| 地区 | 院校数（所） | 在校生（人） | 占全省比例（%） | 横向到款（万元） |
| 东部 | {r1=24} | {s1=248642} | {sr1=s1%sAll,2} | {h1=16842.60} |
| 中部 | {r2=17} | {s2=168426} | {sr2=s2%sAll,2} | {h2=8264.30} |
| 西部 | {r3=10} | {s3=96284} | {sr3=s3%sAll,2} | {h3=3186.40} |
| 北部 | {r4=7} | {s4=70848} | {sr4=s4%sAll,2} | {h4=2048.70} |
| 全省 | {col} | {sAll==s1+s2+s3+s4} | 100.00 | {h==h1+h2+h3+h4} |
全省高职横向技术服务到款{h}万元，校均{hP=h/col,2}万元，东部地区占{hR=h1%h,2}%。
# 六、社会服务
全省高职开展社会培训{tr=286.40}万人次，同比增长{trG=trW>tr,2}%（上年{trW=262.80}万人次），培训收入{trM=8.64}亿元。其中面向企业职工{t1=124.60}万人次，面向农民工{t2=48.20}万人次，面向退役军人{t3=8.40}万人次，面向其他人员{t4=105.20}万人次。
# 七、经费保障
2022年，全省高职教育经费总投入{inc=142.68}亿元，其中财政性经费{fin=108.42}亿元，占{finR=fin%inc,2}%。生均财政拨款达到{per=15286}元，有{ok=52}所学校达到国家标准，占{okR=ok%col,2}%；尚有{no=col-ok}所未达标。
`,
  {
    relations: [
      relate.parts('col', 'c1', 'c2'),
      relate.parts('pt', 'd1', 'd2', 'd3'),
      relate.total('col@3', 'r1', 'r2', 'r3', 'r4'),
      relate.parts('tr', 't1', 't2', 't3', 't4'),
      relate.order('dh', 'col'),
      relate.order('du', 'f@2'),
      relate.order('fin', 'inc'),
      relate.impossible('job', '194.36'),
      relate.impossible('loc', '178.52'),
    ],
  },
)
