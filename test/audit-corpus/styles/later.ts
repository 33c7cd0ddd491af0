import type { MadeDocument } from '../made-document.ts'
import { relate } from '../relate.ts'
import { written } from '../written.ts'
import { added, lines } from './rows.ts'

/** A secondary vocational school's own report: short sections, figures of two terms, a table of majors. */
const secondary = written(
  'secondary-school-quality',
  'md',
  `
# 南丰县中等专业学校教育质量年度报告（2023年度）
# 1 学校概况
学校创办于1984年，占地面积{land=186.5}亩，建筑面积{area=78640}平方米，其中教学及辅助用房{teach=42180}平方米，占{teachShare=teach%area,2}%。固定资产总值{fix=12864.30}万元，其中教学仪器设备总值{kit=3486.20}{u.kit=万元}，生均仪器设备值{kitPer=kitYuan/pupils,2}元（设备总值{kitYuan=34862000}元）。图书馆藏纸质图书{books=98640}册，生均{booksPer=books/pupils,2}册。
# 2 学生情况
2023年秋季学期，学校在校生{pupils=3268}人，其中一年级{y1=1186}人、二年级{y2=1094}人、三年级{y3=988}人；男生{boys=1942}人、女生{girls=1326}人，女生占比{girlShare=girls%pupils,2}%。农村户籍学生{rural=2681}人，占在校生总数的{ruralShare=rural%pupils,2}%。2023年计划招生{plan=1200}人，实际录取{taken=1218}人，报到{here=1186}人，报到率{hereRate=here%taken,2}%。全年流失学生{lost=61}人，巩固率{keep=98.14}%。
# 3 专业与课程
| 专业名称 | 在校生 | 专任教师 | 实训工位 | 毕业生 | 就业人数 | 就业率 |
${lines(
  [
    ['机械加工技术', 486, 28, 320, 142, 139],
    ['汽车运用与维修', 528, 31, 286, 156, 152],
    ['计算机应用', 642, 36, 412, 188, 181],
    ['学前教育', 574, 34, 168, 172, 170],
    ['会计事务', 468, 26, 142, 148, 143],
    ['护理', 570, 33, 196, 164, 162],
  ] as const,
  ([name, kids, staff, seats, out, jobs], n) =>
    `| ${name} | {a${n}=${kids}} | {b${n}=${staff}} | {c${n}=${seats}} | {d${n}=${out}} | {e${n}=${jobs}} | {f${n}=e${n}%d${n},2}% |`,
)}
| 合计 | {pupils} | {bAll==${added('b', 6)}} | {cAll==${added('c', 6)}} | {dAll==${added('d', 6)}} | {eAll==${added('e', 6)}} | {fAll=eAll%dAll,2}% |
学校开设{majors=6}个专业，共有实训工位{cAll}个，平均每个专业{seatPer=cAll/majors,1}个。开设课程{course=186}门，其中公共基础课{k1=38}门、专业核心课{k2=64}门、专业方向课{k3=84}门；校本教材{book=24}本。
# 4 教师队伍
教职工{staff=246}人，其中专任教师{bAll}人、行政及工勤人员{other=58}人。专任教师中，高级讲师{t1=52}人、讲师{t2=86}人、助理讲师及以下{t3=50}人，高级讲师占{t1Share=t1%bAll,2}%；“双师型”教师{double=104}人，占专任教师的{doubleShare=double%bAll,2}%。生师比为{sr=pupils:bAll,2}:1。全年教师培训{train=1128}人次，人均{trainPer=train/bAll,1}次；培训经费{fee=42.30}万元，比上年（{feeWas=36.80}万元）增长{feeRise=feeWas>fee,2}%。
# 5 就业与升学
2023届毕业生{dAll}人，就业（含升学）{eAll}人，总体就业率{fAll}%，比2022届的{rateWas=97.12}%提高{ratePoints=fAll-rateWas}个百分点。其中升入高等院校{up=612}人，直接就业{direct=335}人；升学率{upRate=up%dAll,2}%。毕业生平均起薪{pay=3860}元，较上届增加{payMore=pay-payWas}元（上届{payWas=3640}元）。
# 6 校企合作
合作企业{firms=42}家，其中规模以上企业{big=17}家；共建实训基地{base=19}个，其中校内{in=7}个、校外{out=12}个；接收学生岗位实习{intern=946}人，平均每家企业接收{perFirm=intern/firms,1}人。企业捐赠设备{gift=186.40}万元，设立奖学金{prize=24.00}万元，合计{both=gift+prize}万元。
`,
  {
    relations: [
      relate.parts('pupils', 'y1', 'y2', 'y3'),
      relate.parts('pupils', 'boys', 'girls'),
      relate.total('pupils@2', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6'),
      relate.parts('course', 'k1', 'k2', 'k3'),
      relate.parts('staff', 'bAll@2', 'other'),
      relate.parts('bAll@2', 't1', 't2', 't3'),
      relate.parts('eAll@2', 'up', 'direct'),
      relate.parts('base', 'in', 'out'),
      relate.order('here', 'taken'),
      relate.order('double', 'bAll@2'),
      relate.order('big', 'firms'),
      relate.order('rural', 'pupils'),
      relate.order('teach', 'area'),
      relate.impossible('hereRate', '197.37'),
      relate.impossible('keep', '189.14'),
      relate.unit('kit', 'u.kit', '亿元'),
    ],
  },
)

/** A city's statistics bulletin: value added by sector, growth behind each figure, people and prices. */
const city = written(
  'city-statistics-2023',
  'txt',
  `
临江市2023年国民经济和社会发展统计公报
一、综合
初步核算，全年地区生产总值{gdp=1864.32}亿元，比上年增长5.6%。其中，第一产业增加值{g1=148.26}亿元，增长4.1%；第二产业增加值{g2=824.57}亿元，增长6.3%；第三产业增加值{g3=891.49}亿元，增长5.2%。三次产业结构为{gs1=g1%gdp,1}：{gs2=g2%gdp,1}：{gs3=g3%gdp,1}。人均地区生产总值{perHead=gdpYuan/people,0}元（地区生产总值{gdpYuan=186432000000}元，常住人口{people=3128400}人）。
年末常住人口{people}人，其中城镇常住人口{town=1926800}人，常住人口城镇化率{townRate=town%people,2}%，比上年末提高{townPoints=townRate-townWas}个百分点（上年末{townWas=60.88}%）。全年出生人口{born=21480}人，死亡人口{dead=19864}人，自然增加{natural=born-dead}人。
年末城镇登记失业人员{jobless=18624}人；全年城镇新增就业{jobs=46280}人，完成年度目标任务（{jobGoal=42000}人）的{jobDone=jobs%jobGoal,2}%。
二、农业
全年粮食种植面积{grainArea=286.40}万亩，粮食总产量{grain=124.86}万吨，比上年增产{grainMore=grain-grainWas}万吨（2022年：{grainWas=121.93}万吨），增长{grainRise=grainWas>grain,2}%。其中，夏粮{gr1=8.42}万吨、早稻{gr2=41.27}万吨、秋粮{gr3=75.17}万吨。
三、工业和建筑业
全年规模以上工业企业{plants=1286}家，其中大型企业{p1=34}家、中型企业{p2=186}家、小微型企业{p3=1066}家。规模以上工业营业收入{rev=3486.20}亿元，比上年的{revWas=3264.85}亿元增长{revRise=revWas>rev,2}%；利润总额{profit=218.64}亿元，营业收入利润率{margin=profit%rev,2}%。
四、教育和科学技术
表1 各级各类学校情况
| 类别 | 学校数（所） | 招生数（万人） | 在校生数（万人） | 毕业生数（万人） |
| 普通高等学校 | {n1=6} | {i1=2.48} | {s1=8.16} | {o1=2.21} |
| 中等职业学校 | {n2=14} | {i2=1.62} | {s2=4.73} | {o2=1.44} |
| 普通高中 | {n3=38} | {i3=2.36} | {s3=6.94} | {o3=2.18} |
| 初中 | {n4=126} | {i4=4.12} | {s4=12.25} | {o4=3.98} |
| 小学 | {n5=284} | {i5=3.87} | {s5=24.66} | {o5=4.21} |
| 合计 | {nAll==n1+n2+n3+n4+n5} | {iAll==i1+i2+i3+i4+i5} | {sAll==s1+s2+s3+s4+s5} | {oAll==o1+o2+o3+o4+o5} |
全年研究与试验发展经费支出{rd=38.46}亿元，占地区生产总值的{rdShare=rd%gdp,2}%。专利授权{pat=6842}件，其中发明专利{pa=1186}件、实用新型专利{pb=4627}件、外观设计专利{pc=1029}件；发明专利占{paShare=pa%pat,2}%。
五、文化旅游和卫生
全年接待国内外游客{guests=2864.50}万人次，比上年增长{guestRise=guestWas>guests,1}%（2022年：{guestWas=2186.20}万人次）；旅游总收入{tour=268.40}亿元，人均消费{tourPer=937}元。年末医疗卫生机构{clinics=2168}个，其中医院{c1=68}个、基层医疗卫生机构{c2=2064}个、专业公共卫生机构{c3=36}个；床位{beds=18426}张，每千人口床位{bedsPer=beds/thousand,2}张（按{thousand=3128.4}千人计）；卫生技术人员{medics=24862}人，其中执业（助理）医师{doctors=9684}人、注册护士{nurses=11472}人。
六、财政和人民生活
全年一般公共预算收入{tax=142.68}{u.tax=亿元}，其中税收收入{t1=98.24}亿元、非税收入{t2=44.44}亿元，税收占比{taxShare=t1%tax,2}%。一般公共预算支出{spend=386.52}亿元，其中教育支出{edu=72.18}亿元，占{eduShare=edu%spend,2}%。全体居民人均可支配收入{income=36842}元，比上年增加{incomeMore=income-incomeWas}元，增长{incomeRise=incomeWas>income,1}%（2022年：{incomeWas=34768}元）；其中城镇居民{inTown=46218}元、农村居民{inLand=22186}元，城乡收入比为{ratio=inTown:inLand,2}:1。
`,
  {
    relations: [
      relate.parts('gdp', 'g1', 'g2', 'g3'),
      relate.parts('grain', 'gr1', 'gr2', 'gr3'),
      relate.parts('plants', 'p1', 'p2', 'p3'),
      relate.parts('pat', 'pa', 'pb', 'pc'),
      relate.parts('clinics', 'c1', 'c2', 'c3'),
      relate.parts('tax', 't1', 't2'),
      relate.order('town', 'people@2'),
      relate.order('doctors', 'medics'),
      relate.order('nurses', 'medics'),
      relate.order('edu', 'spend'),
      relate.impossible('townRate', '161.59'),
      relate.unit('tax', 'u.tax', '万元'),
    ],
  },
)

/** A hospital's duty report: services, waiting, patients asked. */
const hospital = written(
  'hospital-duty-report',
  'html',
  `
# 抚州市康复医院2023年度社会责任报告
# 一、医院概况
医院编制床位{bedPlan=600}张，实际开放床位{beds=648}张，设临床科室{w=22}个、医技科室{x=9}个、职能科室{y=14}个，合计{units=w+x+y}个。现有职工{staff=986}人，其中卫生技术人员{medics=824}人，占{medicsShare=medics%staff,2}%；卫生技术人员中，医师{m1=268}人、护士{m2=412}人、药师{m3=46}人、技师{m4=98}人，医护比{mr=m1:m2,2}:1。高级职称{high=142}人，占卫生技术人员的{highShare=high%medics,2}%。
# 二、医疗服务
| 指标 | 2022年 | 2023年 | 增长（%） |
| 门诊人次 | {a1=318642} | {b1=352186} | {c1=a1>b1,2} |
| 急诊人次 | {a2=42186} | {b2=45820} | {c2=a2>b2,2} |
| 出院人次 | {a3=21468} | {b3=23146} | {c3=a3>b3,2} |
| 手术台次 | {a4=6842} | {b4=7518} | {c4=a4>b4,2} |
| 门急诊合计 | {a5==a1+a2} | {b5==b1+b2} | {c5=a5>b5,2} |
2023年门急诊{b5}人次，日均{perDay=b5/days,0}人次（按{days=365}天计）；出院{b3}人次，平均住院日{stay=8.6}天，床位使用率{use=92.4}%。开展手术{b4}台次，其中四级手术{op4=1286}台次、三级手术{op3=3142}台次、一二级手术{op12=3090}台次，四级手术占{opShare=op4%b4,2}%。
门诊次均费用{fee1=268.40}元，比上年下降{feeFall=feeWas>fee1,2}%（上年{feeWas=274.60}元）；住院次均费用{fee2=8642.50}元。药占比{drug=24.86}%。
# 三、患者满意
全年发放满意度问卷{sent=6000}份，回收{back=5684}份，回收率{backRate=back%sent,2}%，有效问卷{valid=5592}份，有效率{validRate=valid%back,2}%；满意{happy=5386}份，满意率{happyRate=happy%valid,2}%。受理投诉{claim=128}件，办结{done=126}件，办结率{doneRate=done%claim,2}%。
# 四、公益与教学
组织义诊{free=46}场，服务群众{served=9248}人次，平均每场{perFree=served/free,1}人次；发放健康手册{leaf=2.86}万册。接收实习生{intern=286}人，其中本科{i1=124}人、专科{i2=162}人；承担继续教育项目{proj=38}项，其中国家级{q1=3}项、省级{q2=14}项、市级{q3=21}项。
# 五、财务与能耗
全年总收入{in=48264.50}万元，其中医疗收入{in1=42186.20}万元、财政补助收入{in2=4862.40}万元、其他收入{in3=1215.90}万元；总支出{out=46842.80}万元，收支结余{rest=in-out}万元。人员经费{cost=21864.30}{u.cost=万元}，占总支出的{costShare=cost%out,2}%。全年用电{power=862.40}万千瓦时，比上年减少{powerLess=powerWas-power}万千瓦时（上年{powerWas=894.60}万千瓦时），下降{powerFall=powerWas>power,2}%。
`,
  {
    relations: [
      relate.parts('medics', 'm1', 'm2', 'm3', 'm4'),
      relate.parts('b4@2', 'op4', 'op3', 'op12'),
      relate.parts('intern', 'i1', 'i2'),
      relate.parts('proj', 'q1', 'q2', 'q3'),
      relate.parts('in', 'in1', 'in2', 'in3'),
      relate.order('back', 'sent'),
      relate.order('valid', 'back'),
      relate.order('happy', 'valid'),
      relate.order('done', 'claim'),
      relate.order('medics', 'staff'),
      relate.order('high', 'medics'),
      relate.impossible('backRate', '194.73'),
      relate.impossible('drug', '124.86'),
      relate.unit('cost', 'u.cost', '元'),
    ],
  },
)

/** An English report of a charity. */
const charity = written(
  'schools-trust-review',
  'md',
  `
# The Schools Trust: Review of 2023
# Where the money came from
We raised {in=24.6} million dollars in 2023, {inRise=inWas>in,1}% more than the {inWas=22.8} million of 2022. Donations from individuals brought {d1=11.4} million, companies {d2=6.9} million, foundations {d3=4.8} million and legacies {d4=1.5} million. We spent {out=23.1} million, of which {o1=19.8} million went to schools ({oShare=o1%out,1}%).
# What it did
Our programmes reached {schools=486} schools in 14 provinces: {p1=212} primary schools, {p2=168} middle schools and {p3=106} vocational schools. They taught {pupils=128640} pupils, an average of {perSchool=pupils/schools,0} pupils per school; {girls=66893} of them were girls ({girlShare=girls%pupils,1}%). We trained {teachers=4862} teachers in {courses=187} courses, that is {perCourse=teachers/courses,1} per course.
| Programme | Schools | Teachers trained | Cost (thousand dollars) |
| Reading | {a1=146} | {b1=1486} | {c1=4620} |
| Science | {a2=128} | {b2=1312} | {c2=5180} |
| Trades | {a3=106} | {b3=1124} | {c3=6340} |
| Health | {a4=106} | {b4=940} | {c4=3660} |
| Total | {schools} | {teachers} | {cAll==c1+c2+c3+c4} |
Reading took {c1} thousand dollars, or {c1Share=c1%cAll,1}% of what went to schools. Of the {asked=4862} teachers who were sent our questionnaire, {replied=3916} replied, a response rate of {replyRate=replied%asked,1}%; {happy=3642} of those who replied would take another course ({happyShare=happy%replied,1}%).
# Scholarships
{given=2864} pupils held a scholarship, {givenMore=given-givenWas} more than in 2022 ({givenWas=2618}). {kept=2749} of them stayed in school to the end of the year, a retention rate of {keptRate=kept%given,1}%.
`,
  {
    relations: [
      relate.parts('in', 'd1', 'd2', 'd3', 'd4'),
      relate.parts('schools', 'p1', 'p2', 'p3'),
      relate.total('schools@2', 'a1', 'a2', 'a3', 'a4'),
      relate.total('teachers@2', 'b1', 'b2', 'b3', 'b4'),
      relate.order('girls', 'pupils'),
      relate.order('replied', 'asked'),
      relate.order('happy', 'replied'),
      relate.order('kept', 'given'),
      relate.impossible('replyRate', '180.5'),
      relate.impossible('keptRate', '196.0'),
    ],
  },
)

/** Reports written when the rules were mended with the others; what was found in them on opening is in the README. */
export const laterStyles: readonly MadeDocument[] = [secondary, city, hospital, charity]
