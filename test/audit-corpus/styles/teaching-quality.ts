import { relate } from '../relate.ts'
import { written } from '../written.ts'
import { added, lines } from './rows.ts'

const COLLEGES: readonly (readonly [string, number, number, number])[] = [
  ['机械工程学院', 1864, 98, 6],
  ['电气与信息学院', 2416, 126, 8],
  ['土木与建筑学院', 1528, 81, 5],
  ['经济与管理学院', 2732, 118, 9],
  ['外国语学院', 986, 64, 4],
  ['文学与传媒学院', 1142, 67, 4],
  ['数学与统计学院', 874, 59, 3],
  ['艺术设计学院', 1306, 72, 6],
  ['生命科学学院', 962, 61, 4],
  ['教育学院', 1248, 70, 4],
]

const before = written(
  'undergraduate-2021',
  'txt',
  `
赣东学院2021—2022学年本科教学质量报告
2021—2022学年，学校普通本科在校生{students=14682}人，专任教师{teachers=786}人，外聘教师{hired=168}人。
2022届本科毕业生{graduates=3462}人，毕业率{passed=98.24}%。
`,
)

/** A university's report on teaching: school years, notes, shares in turn, and a list of figures at the end. */
export const teachingQuality = written(
  'undergraduate-2022',
  'txt',
  `
# 赣东学院2022—2023学年本科教学质量报告
# 一、本科教育基本情况
# （一）培养目标与服务面向
学校坚持立德树人，立足赣东、面向江西、辐射长三角，培养基础实、能力强、善创新的应用型人才。学校前身创办于1958年，2004年升格为本科院校，2013年获批硕士学位授权单位，现为省市共建高校。
# （二）专业设置
学校现有本科专业{majors=53}个，涵盖工学、理学、经济学、管理学、文学、法学、教育学、艺术学、农学{kinds=9}个学科门类，其中工学专业{m1=21}个、理学专业{m2=7}个、经济学专业{m3=3}个、管理学专业{m4=8}个、文学专业{m5=5}个、其他{m6=9}个。国家级一流本科专业建设点{top1=4}个，省级一流本科专业建设点{top2=13}个，合计占本科专业总数的{topShare=top%majors,2}%（{top=top1+top2}个）。当年停招专业{stop=5}个。
# （三）学生规模
2022—2023学年，学校全日制在校生{full=full1+full2+full3}人，其中普通本科在校生{full1=15058}人、硕士研究生{full2=846}人、留学生{full3=112}人，本科生占全日制在校生总数的{bShare=full1%full,2}%。与上学年（本科在校生{stWas=14682}人）相比，本科在校生增加{stMore=full1-stWas}人，增幅{stRise=stWas>full1,2}%。折合在校生数为{equal=16663}人[1]。
注：[1] 折合在校生数按硕士1.5、留学生3的系数计算。
表1-1 各学院本科生与专任教师情况
| 序号 | 学院 | 本科在校生（人） | 专任教师（人） | 本科专业（个） | 生师比 |
${lines(COLLEGES, ([name, kids, staff, majors], n) => `| ${n} | ${name} | {c${n}=${kids}} | {t${n}=${staff}} | {j${n}=${majors}} | {r${n}=c${n}:t${n},2} |`)}
| | 合计 | {full1} | {teachers} | {majors} | {rAll=full1:teachers,2} |
本科在校生最多的是经济与管理学院，{c4}人，占全校本科生的{c4Share=c4%full1,2}%；最少的是数学与统计学院，{c7}人。
# （四）生源质量
2023年，学校面向全国24个省（市、区）招生，计划招生{plan=3980}人，实际录取{enrol=3972}人，录取率{enrolRate=enrol%plan,2}%；实际报到{arrive=3886}人，报到率{arriveRate=arrive%enrol,2}%。省内录取{enIn=2764}人，省外录取{enOut=1208}人。在文科、理科两个批次中，最低录取分分别高出省控线{sc1=28}分和{sc2=34}分。
# 二、师资与教学条件
# （一）师资队伍
学校现有专任教师{teachers=816}人、外聘教师{hired=174}人，折合教师总数为{eqT=903.0}人，生师比{sr=equal:eqT,2}:1。与上学年相比，专任教师增加{tMore=teachers-tWas}人（上学年{tWas=786}人），外聘教师增加{hMore=hired-hWas}人（上学年{hWas=168}人）。
按职称分，教授{z1=112}人、副教授{z2=264}人、讲师{z3=346}人、助教及其他{z4=94}人，占比分别为{zs1=z1%teachers,2}%、{zs2=z2%teachers,2}%、{zs3=z3%teachers,2}%、{zs4=z4%teachers,2}%。具有高级职称的专任教师{high=z1+z2}人，占专任教师的{highShare=high%teachers,2}%。按学位分，博士{g1=298}人，硕士{g2=421}人，学士及其他{g3=97}人，具有硕士及以上学位的占{gShare=gUp%teachers,2}%（{gUp=g1+g2}人）。按年龄分，35岁及以下{y1=268}人、36—45岁{y2=322}人、46—55岁{y3=168}人、56岁及以上{y4=58}人。
表2-1 近两学年专任教师结构对比
| 项目 | 2022—2023学年 | 2021—2022学年 | 增减 |
| 专任教师（人） | {teachers} | {tWas} | {tMore} |
| 其中：教授 | {z1} | {zw1=104} | {zd1=z1-zw1} |
| 副教授 | {z2} | {zw2=252} | {zd2=z2-zw2} |
| 博士 | {g1} | {gw1=263} | {gd1=g1-gw1} |
| 双师双能型教师 | {ds=286} | {dsw=261} | {dsd=ds-dsw} |
本学年为本科生授课的教授{lec=108}人，占教授总数的{lecShare=lec%z1,2}%；主讲本科课程的副教授{lec2=258}人，占副教授总数的{lec2Share=lec2%z2,2}%。
学校有国家级人才{hero=3}人、省级人才{hero2=26}人，省级教学名师{fam=8}人，省级教学团队{team=6}个。
# （二）教学经费
2022年，学校本科教学日常运行支出{run=4862.40}万元，占经常性预算内教育事业费拨款与本专科生学费收入之和（{base=31284.60}万元）的{runShare=run%base,2}%，生均{runPer=runYuan/full1,2}元（{runYuan=48624000}元）；本科专项教学经费{spec=2186.50}{u.spec=万元}，其中实验经费{ex=684.20}万元、实习经费{pr=426.80}万元、其他{ot=1075.50}万元。生均本科实验经费{exPer=454.38}元，生均本科实习经费{prPer=283.44}元。
# （三）教学设施
学校占地面积{land=1286400}平方米，校舍建筑面积{area=528640}平方米，其中教学行政用房{adm=236850}平方米，生均教学行政用房{admPer=adm/full,2}平方米；学生宿舍{dorm=152460}平方米，生均{dormPer=dorm/full,2}平方米。
教学科研仪器设备总值{eq=28462.30}万元，生均教学科研仪器设备值{eqPer=eqWan/equal,2}万元（按折合在校生计，设备总值{eqWan=28462.30}万元），当年新增{new=2684.50}万元，新增比例{newShare=new%old,2}%（上年末{old=25777.80}万元）。
图书馆拥有纸质图书{books=168.42}万册，当年新增{bookNew=41260}册，生均纸质图书{bookPer=bookCe/equal,2}册（共{bookCe=1684200}册）；电子图书{ebook=214.60}万册，数据库{db=62}个。本学年图书流通量{lend=118640}本次，电子资源访问量{visit=482.60}万次。
# 三、教学建设与改革
# （一）课程建设
本学年开设本科课程{course=2846}门、{times=6418}门次，其中专业课{k1=2104}门、公共必修课{k2=268}门、公共选修课{k3=474}门。国家级一流课程{kc1=3}门，省级一流课程{kc2=42}门。小班授课（30人及以下）{small=1926}门次，占总门次的{smallShare=small%times,2}%；平均班额{size=41.6}人。
表3-1 课堂教学规模
| 课程类别 | 30人及以下 | 31—60人 | 61—90人 | 90人以上 | 合计 |
| 专业课 | {l11=1484} | {l12=2316} | {l13=486} | {l14=92} | {l15==l11+l12+l13+l14} |
| 公共必修课 | {l21=286} | {l22=648} | {l23=312} | {l24=74} | {l25==l21+l22+l23+l24} |
| 公共选修课 | {l31=156} | {l32=338} | {l33=184} | {l34=42} | {l35==l31+l32+l33+l34} |
| 合计 | {l41==l11+l21+l31} | {l42==l12+l22+l32} | {l43==l13+l23+l33} | {l44==l14+l24+l34} | {l45==l15+l25+l35} |
# （二）实践教学
学校建有实验室{lab=186}个、校内实习实训基地{inBase=34}个、校外实习基地{outBase=218}个，当年接纳学生{inter=12684}人次，平均每个校外基地{interPer=inter/outBase,1}人次。本学年本科生毕业设计（论文）{thesis=3508}个，指导教师{guide=628}人，平均每名教师指导{guidePer=thesis/guide,2}人；其中在实验、实习、工程实践和社会调查等实践性工作中完成{thesisP=2894}个，占{thesisShare=thesisP%thesis,2}%。
# （三）创新创业教育
立项大学生创新创业训练计划项目{inno=286}项，其中国家级{in1=42}项、省级{in2=96}项、校级{in3=148}项，参与学生{innoSt=1184}人。学生参加学科竞赛获省部级以上奖励{prize=412}项，其中国家级{pz1=118}项、省部级{pz2=294}项，比上学年增长{pzRise=pzWas>prize,2}%（上学年{pzWas=368}项）。
# 四、质量保障与学生学习效果
本学年学生评教覆盖率{cover=100}%，参评{eva=198462}人次；评教结果为优秀{ev1=4826}门次、良好{ev2=1486}门次、合格及以下{ev3=106}门次，优良率{evShare=evUp%times,2}%（{evUp=ev1+ev2}门次）。校领导听课{he1=86}学时、中层干部听课{he2=924}学时、督导听课{he3=1862}学时，合计{he=he1+he2+he3}学时。
2023届本科毕业生应毕业{grad=3546}人，实际毕业{gradOk=3492}人，毕业率{gradRate=gradOk%grad,2}%，较上届提高{gradPoints=gradRate-gradWas}个百分点（2022届为{gradWas=98.24}%）；授予学士学位{deg=3468}人，学位授予率{degRate=deg%gradOk,2}%。
截至2023年8月31日，应届本科毕业生去向落实{job=3186}人，毕业去向落实率{jobRate=job%gradOk,2}%。其中升学{jb1=612}人（考取研究生{jbk=584}人），签订就业协议和劳动合同{jb2=2216}人，灵活就业{jb3=286}人，自主创业{jb4=72}人。升学率{jb1Rate=jb1%gradOk,2}%。
体质测试达标{phys=13864}人，参测{physAll=14682}人，达标率{physRate=phys%physAll,2}%。面向毕业生的满意度调查回收问卷{ans=2846}份（发放{ask=3200}份，回收率{ansRate=ans%ask,2}%），总体满意度{sat=94.62}%；用人单位满意度{sat2=96.18}%。
# 附录：本科教学基本数据
1．本科生占全日制在校生总数的比例：{bShare}%
2．专任教师数量{teachers}人；具有高级职称的专任教师比例{highShare}%
3．本科专业总数{majors}个；当年停招专业{stop}个
4．生师比：{sr}:1
5．当年新增教学科研仪器设备值{new}万元
6．生均纸质图书{bookPer}册；电子图书{ebook}万册
7．生均教学行政用房{admPer}平方米
8．本科教学日常运行支出{run}万元
9．主讲本科课程的教授占教授总数的比例{lecShare}%
10．应届本科毕业生毕业率{gradRate}%；学位授予率{degRate}%
11．应届本科毕业生去向落实率{jobRate}%
12．体质测试达标率{physRate}%
13．学生满意度{sat}%；用人单位满意度{sat2}%
`,
  {
    lastYear: before,
    relations: [
      relate.parts('majors', 'm1', 'm2', 'm3', 'm4', 'm5', 'm6'),
      relate.total('full1@2', ...added('c', 10).split('+')),
      relate.total('teachers@1', ...added('t', 10).split('+')),
      relate.total('majors@2', ...added('j', 10).split('+')),
      relate.parts('enrol', 'enIn', 'enOut'),
      relate.parts('teachers@2', 'z1', 'z2', 'z3', 'z4'),
      relate.parts('teachers@2', 'g1', 'g2', 'g3'),
      relate.parts('teachers@2', 'y1', 'y2', 'y3', 'y4'),
      relate.parts('spec', 'ex', 'pr', 'ot'),
      relate.parts('course', 'k1', 'k2', 'k3'),
      relate.parts('inno', 'in1', 'in2', 'in3'),
      relate.parts('prize', 'pz1', 'pz2'),
      relate.parts('times', 'ev1', 'ev2', 'ev3'),
      relate.parts('job', 'jb1', 'jb2', 'jb3', 'jb4'),
      relate.order('adm', 'area'),
      relate.order('arrive', 'enrol'),
      relate.order('enrol', 'plan'),
      relate.order('lec', 'z1'),
      relate.order('deg', 'gradOk'),
      relate.order('gradOk', 'grad'),
      relate.order('jbk', 'jb1'),
      relate.order('ans', 'ask'),
      relate.order('thesisP', 'thesis'),
      relate.impossible('sat', '194.62'),
      relate.impossible('arriveRate', '197.83'),
      relate.impossible('ansRate', '188.94'),
      relate.unit('spec', 'u.spec', '亿元'),
      relate.lastYear('stWas', 'students'),
      relate.lastYear('tWas', 'teachers'),
      relate.lastYear('hWas', 'hired'),
      relate.lastYear('gradWas', 'passed'),
    ],
  },
)
