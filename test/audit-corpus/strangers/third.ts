import { relate } from '../relate.ts'
import { written } from '../written.ts'
import { lines } from '../styles/rows.ts'

/** A college of the arts: few and small figures, prizes, shows, a table of teachers. */
export const artsCollege = written(
  'arts-college-2023',
  'html',
  `
# 锦城艺术职业学院教育质量年度报告（2023）
# 一、学院概况
学院始建于1953年，现有教学系{dep=6}个，专业{maj=28}个，全日制学生{st=5624}人，专任教师{fac=328}人。2023届毕业生去向落实率为{jobR=job%gr,2}%，较去年上升{jobU=jobR-jobW}个百分点（去年{jobW=91.36}%）。
# 二、学生发展
（一）招生就业
2023年录取考生{adm=2086}人，其中艺术类{a1=1624}人、普通类{a2=462}人；实际注册报到{arr=1978}人，报到率{arrR=arr%adm,2}%。毕业生{gr=1684}人，{job=1572}人落实去向，未落实去向{un=gr-job}人；落实去向者中，专升本{up=386}人（占{upR=up%job,2}%）、文艺院团就业{tr=274}人（占{trR=tr%job,2}%）、文化企业就业{en=642}人（占{enR=en%job,2}%）、自由职业{fr=198}人（占{frR=fr%job,2}%）、其他{ot=72}人（占{otR=ot%job,2}%）。
（二）艺术实践
全年排演剧目{play=46}台，其中原创{p1=14}台、复排{p2=32}台；演出{show=238}场，观众{aud=142800}人次，场均观众{audP=aud/show,0}人次，惠民演出{free=156}场，占演出总场次的{freeR=free%show,2}%。获文化和旅游部奖项{n1=5}项、省文化厅奖项{n2=23}项、市级奖项{n3=41}项，三级奖项合计{aw=n1+n2+n3}项，较2022年的{awW=58}项增长{awG=awW>aw,2}%。
（三）美育与社团
社团{club=32}个，成员{mem=2816}人，占在校生总数的{memR=mem%st,2}%，社团平均规模{memP=mem/club,0}人。
# 三、师资
专任教师中有国家一级演员等正高职称{t1=34}人、副高职称{t2=92}人、中级职称{t3=138}人、初级及以下{t4=64}人，正副高占比{hiR=hi%fac,2}%（{hi=t1+t2}人）；硕士及以上{ma=214}人，占比{maR=ma%fac,2}%；“双师型”{du=206}人，占比{duR=du%fac,2}%。外聘专家{ext=142}人，其中非遗传承人{her=18}人。
表1 各系师生情况
| 系别 | 专任教师 | 在校生 | 生师比 | 毕业生 | 落实率（%） |
${lines(
  [
    ['音乐系', 68, 1086, 324],
    ['舞蹈系', 54, 842, 252],
    ['戏剧系', 62, 928, 278],
    ['美术系', 58, 1124, 336],
    ['设计系', 52, 1086, 326],
    ['文旅系', 34, 558, 168],
  ] as const,
  ([name, staff, pupils, out], n) =>
    `| ${name} | {f${n}=${staff}} | {s${n}=${pupils}} | {q${n}=s${n}/f${n},1} | {g${n}=${out}} | ${(92 + n * 0.4).toFixed(2)} |`,
)}
| 合计 | {fac} | {st} | {q=st/fac,1} | {gr} | {jobR} |
# 四、社会服务
开展社会艺术水平考级{ex=18642}人次，其中{ok=17286}人次通过，通过率{okR=ok%ex,2}%。举办公益培训{cls=84}期，受训{trp=4368}人次，每期{trpP=trp/cls,0}人次。演出及培训收入{inc=864.20}{u.inc=万元}，其中演出{i1=526.40}万元、培训{i2=337.80}万元。
# 五、经费
总收入{in=12864.30}万元，财政拨款占{finR=fin%in,2}%（{fin=8462.50}万元）；总支出{out=12486.70}万元，收支结余{rest=in-out}万元；生均财政拨款{per=15047}元。
`,
  {
    relations: [
      relate.parts('adm', 'a1', 'a2'),
      relate.parts('gr@1', 'job@1', 'un'),
      relate.parts('job@1', 'up', 'tr', 'en', 'fr', 'ot'),
      relate.parts('play', 'p1', 'p2'),
      relate.parts('fac@1', 't1', 't2', 't3', 't4'),
      relate.total('fac@2', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6'),
      relate.total('st@2', 's1', 's2', 's3', 's4', 's5', 's6'),
      relate.total('gr@2', 'g1', 'g2', 'g3', 'g4', 'g5', 'g6'),
      relate.parts('inc', 'i1', 'i2'),
      relate.parts('in', 'out', 'rest'),
      relate.order('arr', 'adm'),
      relate.order('ok', 'ex'),
      relate.order('free', 'show'),
      relate.order('mem', 'st'),
      relate.order('her', 'ext'),
      relate.order('fin', 'in'),
      relate.impossible('okR', '192.73'),
      relate.impossible('arrR', '194.82'),
      relate.unit('inc', 'u.inc', '亿元'),
    ],
  },
)

/** A plan of three years for quality, reported task by task with goals and results. */
export const qualityActionPlan = written(
  'quality-action-plan-2023',
  'docx',
  `
滨江科技职业学院职业教育提质培优行动计划绩效报告（2020—2023年）
# 一、承接任务与经费
学校承接提质培优任务{task=42}项、项目{pro=68}个，截至2023年底完成任务{done=41}项，完成率{doneR=done%task,2}%；完成项目{prd=66}个，项目完成率{prdR=prd%pro,2}%。计划投入{plan=18640.00}万元，累计投入{put=19286.40}万元，投入完成率{putR=put%plan,2}%，其中财政资金{m1=11864.20}万元、行业企业{m2=3286.50}万元、学校自筹{m3=4135.70}万元。
表1 年度投入（万元）
| 年度 | 计划投入 | 实际投入 | 完成比例（%） |
| 2020年 | {a1=2860.00} | {b1=2642.30} | {c1=b1%a1,2} |
| 2021年 | {a2=5480.00} | {b2=5726.80} | {c2=b2%a2,2} |
| 2022年 | {a3=5640.00} | {b3=5918.70} | {c3=b3%a3,2} |
| 2023年 | {a4=4660.00} | {b4=4998.60} | {c4=b4%a4,2} |
| 累计 | {plan} | {put} | {putR} |
从年度看，2022年投入最多，为{b3}万元，占累计投入的{b3R=b3%put,2}%。
# 二、重点任务成效
1. 落实立德树人。建成省级思政示范课程{k1=12}门、校级{k2=58}门，合计{k=k1+k2}门；辅导员{fdy=78}名，较2020年的{fdyW=56}名增加{fdyU=fdy-fdyW}名，增幅{fdyG=fdyW>fdy,1}%。
2. 推进三教改革。认定“双师型”教师{du=486}名，占专任教师{fac=612}名的{duR=du%fac,1}%；建设国家规划教材{t1=9}部、省级规划教材{t2=26}部、校级教材{t3=84}部，教材总计{t=119}部。
3. 校企合作。合作企业由2020年的{fW=186}家增至2023年的{f=278}家，增长{fG=fW>f,1}%；建设产教融合实训基地{base=36}个，其中国家级{bs1=2}个、省级{bs2=9}个、校级{bs3=25}个；订单班学生累计{ord=4862}人，其中2023年{ord23=1684}人。
4. 培训赋能。四年累计培训{tr=168420}人次，年均{trP=tr/four,0}人次（按{four=4}年计），其中职工培训{w1=96480}人次、农民培训{w2=28640}人次、退役军人培训{w3=8260}人次、其他{w4=35040}人次；职工培训占{w1R=w1%tr,1}%。
5. 国际合作。与{nat=15}个国家{sch=34}所院校合作，接收留学生{ov=428}人次，其中学历生{ov1=286}人次、短期生{ov2=142}人次。
# 三、满意度
2023年抽样调查学生{s1=2864}名、教师{s2=386}名、企业{s3=142}家，三类对象满意度分别为{r1=95.62}%、{r2=97.15}%和{r3=98.59}%。学生问卷发放{sent=3000}份，有效回收{s1}份，有效回收率{sR=s1%sent,2}%。
# 四、不足
{no.d1=一}是国家级项目偏少；{no.d2=二}是企业投入占比不高，仅占{m2R=m2%put,2}%；{no.d3=三}是数字化水平不均衡。
`,
  {
    relations: [
      relate.parts('put', 'm1', 'm2', 'm3'),
      relate.total('plan@2', 'a1', 'a2', 'a3', 'a4'),
      relate.total('put@2', 'b1', 'b2', 'b3', 'b4'),
      relate.parts('t', 't1', 't2', 't3'),
      relate.parts('base', 'bs1', 'bs2', 'bs3'),
      relate.parts('tr', 'w1', 'w2', 'w3', 'w4'),
      relate.parts('ov', 'ov1', 'ov2'),
      relate.order('done', 'task'),
      relate.order('prd', 'pro'),
      relate.order('ord23', 'ord'),
      relate.order('du', 'fac'),
      relate.order('s1', 'sent'),
      relate.impossible('r1', '195.62'),
      relate.impossible('doneR', '-97.62'),
    ],
  },
)

/** A city college's year told in two languages of the trade: text, one long table of indicators, remarks. */
export const cityCollege = written(
  'city-college-2024',
  'pdf',
  `
云城城市职业学院高等职业教育质量年度报告（2024）
# 前言
2024年，学院在校生达到{st=9286}人，开设专业{maj=38}个，教职工{sta=648}人，其中专任教师{fac=452}人。毕业生就业率保持在{jobR}%，全年培训{tr=21460}人次，技术服务到款{h=682.40}万元。
# 1 人才培养
# 1.1 办学规模
学院共有学生{st}人，三个年级依次为{y1=3286}人、{y2=3124}人和{y3=2876}人。男女生分别为{b=5142}人、{g=4144}人，比例为{bg=b:g,2}:1。2024年招生计划{plan=3400}人，录取{adm=3362}人，报到{arr=3218}人，计划完成率{planR=adm%plan,1}%，报到率{arrR=arr%adm,1}%。
# 1.2 毕业生
2024届毕业生{gr=2764}人，就业{job=2648}人。其中签约就业{k1=1486}人，占就业人数的{k1R=k1%job,1}%；升学{k2=742}人，占{k2R=k2%job,1}%；灵活就业及创业{k3=336}人，占{k3R=k3%job,1}%；应征入伍{k4=84}人，占{k4R=k4%job,1}%。年终就业率{jobR=job%gr,1}%，同比提升{jobU=jobR-jobW}个百分点（2023届为{jobW=94.7}%）。本地就业{loc=1864}人，本地就业率（占毕业生）{locR=loc%gr,1}%。
# 1.3 课程教学
全年开出课程{cou=812}门、教学班{cls=2436}个，平均每门课{clsP=cls/cou,1}个教学班。理实一体化课程{li=468}门，占比{liR=li%cou,1}%。实训课开出率{open=98.6}%。学生评教参评{ev=24680}人次，平均分{evS=93.4}分（满分100分）。
# 2 教师队伍
专任教师按职称分为正高{t1=38}人、副高{t2=126}人、中级{t3=186}人、初级及其他{t4=102}人；按学历分为博士{d1=42}人、硕士{d2=298}人、本科{d3=112}人。教师企业实践{pr=1286}人次，人均{prP=pr/fac,1}次；教研项目{re=86}项，科研项目{sc=124}项，教科研项目合计{rs=re+sc}项。
# 3 社会服务
为{firm=64}家企业提供技术服务{ts=92}项，到款{h}万元，项均{hP=h/ts,2}万元；培训{tr}人次，到款{m=426.80}{u.m=万元}，人均培训费{mP=mY/tr,0}元（{mY=4268000}元）。社区教育{se=86}场{sep=7740}人次，场均{sepP=sep/se,0}人次。
# 4 资源经费
校园面积{land=426.80}亩，教学用房{room=128640}平方米，实训用房{lab=64320}平方米，实训用房占教学用房的{labR=lab%room,1}%。教学设备{eq=11864}台（套），价值{eqv=9286.40}万元，其中当年新增{eqn=742.60}万元，新增率{eqnR=eqn%eqv,1}%。全年经费收入{in=16284.60}万元，支出{out=15926.80}万元。
表4-1 主要指标三年对比
| 指标 | 2022年 | 2023年 | 2024年 | 2024年比2023年增减 |
| 在校生（人） | {p1=8642} | {q1=8964} | {st} | {z1=st-q1} |
| 毕业生（人） | {p2=2486} | {q2=2612} | {gr} | {z2=gr-q2} |
| 专任教师（人） | {p3=418} | {q3=436} | {fac} | {z3=fac-q3} |
| 技术服务到款（万元） | {p4=486.30} | {q4=594.20} | {h} | {z4=h-q4} |
| 培训（人次） | {p5=18640} | {q5=20186} | {tr} | {z5=tr-q5} |
| 教学设备值（万元） | {p6=7824.60} | {q6=8543.80} | {eqv} | {z6=eqv-q6} |
注：2024年毕业生{gr}人，不含结业{jy=26}人。
与2023年相比，在校生增加{z1}人，技术服务到款增长{hG=q4>h,1}%，培训量增长{trG=q5>tr,1}%。
`,
  {
    relations: [
      relate.parts('st@2', 'y1', 'y2', 'y3'),
      relate.parts('st@2', 'b', 'g'),
      relate.parts('job', 'k1', 'k2', 'k3', 'k4'),
      relate.parts('fac', 't1', 't2', 't3', 't4'),
      relate.parts('fac', 'd1', 'd2', 'd3'),
      relate.order('arr', 'adm'),
      relate.order('job', 'gr'),
      relate.order('loc', 'gr'),
      relate.order('fac', 'sta'),
      relate.order('li', 'cou'),
      relate.order('lab', 'room'),
      relate.order('eqn', 'eqv'),
      relate.impossible('open', '198.6'),
      relate.impossible('arrR', '195.7'),
      relate.unit('m', 'u.m', '元'),
    ],
  },
)

/** An English annual review of a technical university. */
export const englishReview = written(
  'english-review-2025',
  'docx',
  `
Northern Technical University: Annual Review 2024/25
# Students
The University has {st=14286} students, {ug=4862} of them on bachelor programmes and {dp=9424} on diploma programmes. Over the year the number of students grew by {stU=st-stW}, from {stW=13642} to {st}. International students account for {ovR=ov%st,1}% of all students ({ov=386} students).
Admissions: {ap=18642} applications were received and {of=6284} offers made; {ac=5126} students accepted, an acceptance rate of {acR=ac%of,1}%.
# Graduates
{gr=4186} students graduated in 2025: {g1=1264} with a bachelor's degree and {g2=2922} with a diploma. Six months later {job=3982} were in work or study ({jobR=job%gr,1}%), among them {w=3126} in work and {s=856} in further study. The average salary was {pay=5286} yuan, up {payG=payW>pay,1}% from {payW=5064} yuan.
# Staff
There are {sta=1186} members of staff, of whom {fac=842} are academic and {ad=344} are administrative. {phd=268} academics hold a doctorate, or {phdR=phd%fac,1}% of academic staff. Each academic teaches {spP=st/fac,1} students on average.
# Research and service
Research income amounted to {res=36.4} million yuan: {r1=21.8} million from companies, {r2=9.7} million from government and {r3=4.9} million from other sources. Income from companies thus made up {r1R=r1%res,1}% of the total. The University filed {fi=164} patents and was granted {pg=118}, including {iv=46} invention patents ({ivR=iv%pg,1}% of those granted).
| Year | Research income (million yuan) | Patents granted | Trainees |
| 2023 | {x1=29.6} | {y1=92} | {z1=18642} |
| 2024 | {x2=32.8} | {y2=104} | {z2=20186} |
| 2025 | {res} | {pg} | {z3=22864} |
| Total | {x==x1+x2+res} | {y==y1+y2+pg} | {z==z1+z2+z3} |
In 2025 the University trained {z3} people in {cou=186} courses, an average of {tP=z3/cou,0} people per course; the number of trainees rose by {zG=z2>z3,1}% over 2024.
# Finance
Income was {in=486.2} million yuan and expenditure {ou=472.8} million yuan, which left a surplus of {rest=in-ou} million yuan. Salaries took {sal=268.4} million yuan, {salR=sal%ou,1}% of expenditure.
`,
  {
    relations: [
      relate.parts('st', 'ug', 'dp'),
      relate.parts('gr', 'g1', 'g2'),
      relate.parts('job', 'w', 's'),
      relate.parts('sta', 'fac', 'ad'),
      relate.parts('res', 'r1', 'r2', 'r3'),
      relate.order('job', 'gr'),
      relate.order('ac', 'of'),
      relate.order('pg', 'fi'),
      relate.order('iv', 'pg'),
      relate.order('of', 'ap'),
      relate.impossible('acR', '181.6'),
      relate.impossible('jobR', '195.1'),
    ],
  },
)
