import { relate } from '../relate.ts'
import { written } from '../written.ts'
import { added, lines } from './rows.ts'

const TOWNS: readonly (readonly [string, number, number, number, number])[] = [
  ['城关街道', 18, 412, 18246, 1172],
  ['滨河街道', 15, 366, 16082, 1031],
  ['北园街道', 11, 254, 11437, 718],
  ['柳溪镇', 9, 178, 7216, 489],
  ['青岩镇', 8, 143, 5408, 402],
  ['石湾镇', 7, 121, 4635, 348],
  ['白沙镇', 7, 112, 4127, 331],
  ['大塘镇', 6, 96, 3389, 284],
  ['枫林乡', 5, 64, 1986, 191],
  ['云岭乡', 4, 43, 1108, 134],
]

const before = written(
  'wangjiang-bulletin-2022',
  'html',
  `
# 望江区2022年教育事业发展统计公报
2022年末，全区共有各级各类学校188所，在校学生{all=112684}人，专任教师{teachers=7716}人。
小学在校生{primary=52418}人，初中在校生{middle=24906}人。
全年一般公共预算教育经费{money=18.42}亿元。
`,
)

/** A district's bulletin: one kind of school after the other, the same words for each, changes right behind the figures. */
export const districtBulletin = written(
  'wangjiang-bulletin-2023',
  'html',
  `
# 望江区2023年教育事业发展统计公报
望江区教育局　望江区统计局
2024年3月28日
2023年，全区教育系统坚持以人民为中心发展教育，统筹推进学前教育普及普惠、义务教育优质均衡、高中阶段教育多样化和职业教育提质培优，各项事业取得新进展。
# 一、综合
2023年末，全区共有各级各类学校{schools=n1+n2+n3+n4+n5+n6}所[1]，比上年增加{schoolsMore=schools-schoolsWas}所（上年为{schoolsWas=188}所）。各级各类学历教育在校学生{all=114927}人，比上年增加{allMore=all-allWas}人，增长{allRise=allWas>all,2}%（2022年：{allWas=112684}人）；专任教师{teachers=7894}人，比上年增加{teachersMore=teachers-teachersWas}人，增长{teachersRise=teachersWas>teachers,2}%（2022年：{teachersWas=7716}人）。
表1 各级各类学校基本情况
| 类别 | 学校数（所） | 招生（人） | 在校生（人） | 毕业生（人） | 教职工（人） | 专任教师（人） |
| 幼儿园 | {n1=97} | {i1=6218} | {s1=20168} | {g1=7406} | {e1=3102} | {t1=1684} |
| 小学 | {n2=54} | {i2=8012} | {s2=52106} | {g2=8644} | {e2=3018} | {t2=2876} |
| 初中 | {n3=26} | {i3=8511} | {s3=25231} | {g3=8127} | {e3=2104} | {t3=1981} |
| 普通高中 | {n4=9} | {i4=4126} | {s4=12062} | {g4=3918} | {e4=1142} | {t4=1013} |
| 中等职业学校 | {n5=3} | {i5=1802} | {s5=5148} | {g5=1566} | {e5=344} | {t5=306} |
| 特殊教育学校 | {n6=2} | {i6=38} | {s6=212} | {g6=27} | {e6=48} | {t6=34} |
| 合计 | {schools} | {iAll==i1+i2+i3+i4+i5+i6} | {all} | {gAll==g1+g2+g3+g4+g5+g6} | {eAll==e1+e2+e3+e4+e5+e6} | {teachers} |
注：1.初中含九年一贯制学校初中部；2.教职工数不含临时聘用人员。
# 二、学前教育
全区共有幼儿园{n1}所，比上年减少2所。其中，公办园{gb=41}所，普惠性民办园{pm=38}所，其他民办园{qm=18}所；公办园和普惠性民办园占幼儿园总数的{phShare=ph%n1,2}%（共{ph=gb+pm}所）。
入园幼儿{i1}人，比上年减少{i1Less=i1Was-i1}人，下降{i1Fall=i1Was>i1,2}%（2022年：{i1Was=6874}人）；在园幼儿{s1}人，比上年下降{s1Fall=s1Was>s1,2}%（2022年：{s1Was=21560}人），其中普惠性幼儿园在园幼儿{phKids=18412}人，占在园幼儿的{phKidsShare=phKids%s1,2}%。
幼儿园教职工{e1}人，其中专任教师{t1}人；专任教师中专科及以上学历{t1Deg=1602}人，占比{t1DegShare=t1Deg%t1,2}%。学前三年毛入园率{gross=93.46}%，与上年持平。
# 三、义务教育
全区共有义务教育阶段学校{duty=n2+n3}所，其中小学{n2}所、初中{n3}所。义务教育阶段在校生{dutyKids=s2+s3}人，占全区在校学生总数的{dutyShare=dutyKids%all,2}%；专任教师{dutyT=t2+t3}人。九年义务教育巩固率{keep=98.92}%，比上年提高0.14个百分点。
（一）小学
小学招生{i2}人，比上年增加{i2More=i2-i2Was}人，增长{i2Rise=i2Was>i2,2}%（2022年：{i2Was=7806}人）；在校生{s2}人，比上年减少{s2Less=s2Was-s2}人，下降{s2Fall=s2Was>s2,2}%（2022年：{s2Was=52418}人）；毕业生{g2}人。在校生中男生{boys=27318}人、女生{girls=24788}人，女生占{girlShare=girls%s2,2}%；随迁子女{move=6847}人，占{moveShare=move%s2,2}%；寄宿生{board=3126}人。
小学专任教师{t2}人，生师比{sr2=s2:t2,2}:1。专任教师中，研究生学历{d1=218}人、本科学历{d2=2364}人、专科及以下{d3=294}人，占比依次为{ds1=d1%t2,2}%、{ds2=d2%t2,2}%、{ds3=d3%t2,2}%。
小学共有教学班{c2=1264}个，平均班额{size2=s2/c2,1}人。56人以上大班额{big=0}个，已连续三年为零。
校舍建筑面积{area2=412608}平方米，生均{areaPer2=area2/s2,2}平方米；图书藏量{book2=168.42}万册；每百名学生拥有计算机19.8台。
（二）初中
初中招生{i3}人，在校生{s3}人，比上年增加{s3More=s3-s3Was}人，增长{s3Rise=s3Was>s3,2}%（2022年：{s3Was=24906}人）；毕业生{g3}人，升入高中阶段学校{up=7926}人，升学率{upRate=up%g3,2}%。
初中专任教师{t3}人，生师比{sr3=s3:t3,2}:1；共有教学班{c3=561}个，平均班额{size3=s3/c3,1}人。
表2 2019—2023年义务教育阶段在校生（单位：人）
| 年份 | 小学 | 初中 | 合计 |
| 2019 | {y11=50126} | {y12=22874} | {y13==y11+y12} |
| 2020 | {y21=51308} | {y22=23416} | {y23==y21+y22} |
| 2021 | {y31=52164} | {y32=24188} | {y33==y31+y32} |
| 2022 | {s2Was} | {s3Was} | {y43==s2Was+s3Was} |
| 2023 | {s2} | {s3} | {dutyKids} |
五年间，小学在校生累计增加{five=s2-y11}人，初中在校生由2019年的{y12}人增至{s3}人，增幅{fiveRise=y12>s3,2}%。
# 四、高中阶段教育
高中阶段教育招生{hi=i4+i5}人，在校生{hs=s4+s5}人，普职比（招生）为{pz=i4:i5,2}:1。初中毕业生升入普通高中的比例控制在省定范围以内。
普通高中{n4}所，其中省级示范高中{sf=2}所、市级示范高中{sfc=3}所、一般高中{sfo=4}所。普通高中在校生{s4}人，专任教师{t4}人，生师比{sr4=s4:t4,2}:1。2023年高考报名{exam=3886}人，实际参考{sat=3842}人，本科上线{line=2413}人，上线率{lineRate=line%sat,2}%，较上年提高{linePoints=lineRate-lineWas}个百分点（上年{lineWas=61.27}%）。
中等职业学校{n5}所，在校生{s5}人，其中全日制{full=4806}人、非全日制{part=342}人；专任教师{t5}人，双师型教师{dual=171}人，占专业课教师（{pro=228}人）的{dualShare=dual%pro,2}%。毕业生{g5}人，就业（含升学）{job=1528}人，就业率{jobRate=job%g5,2}%。开设专业{maj=17}个，建有实训基地{base=22}个，其中省级{b1=3}个、市级{b2=6}个、校级{b3=13}个。
# 五、特殊教育
特殊教育学校{n6}所，在校生{s6}人；普通学校随班就读{sit=186}人，送教上门{send=47}人。适龄残疾儿童少年入学率{dis=98.65}%。
# 六、教师队伍
年内公开招聘教师{hire=326}人，其中幼儿园{h1=52}人、小学{h2=124}人、初中{h3=96}人、普通高中{h4=41}人、中等职业学校{h5=13}人；交流轮岗教师{swap=418}人，占应交流人数的{swapShare=swap%due,1}%（应交流{due=1204}人）。全区教师参加各级培训{train=21486}人次，其中国家级{r1=864}人次、省级{r2=2318}人次、市级{r3=4926}人次、区级{r4=13378}人次，人均参训{perT=train/teachers,2}次。
表3 专任教师职称结构（单位：人）
| 学段 | 正高级 | 副高级 | 中级 | 初级及未定级 | 合计 | 副高级以上占比 |
| 小学 | {a1=6} | {a2=312} | {a3=1284} | {a4=1274} | {t2} | {as=ah%t2,2}% |
| 初中 | {b01=11} | {b02=468} | {b03=894} | {b04=608} | {t3} | {bs=bh%t3,2}% |
| 普通高中 | {k1=14} | {k2=329} | {k3=421} | {k4=249} | {t4} | {ks=kh%t4,2}% |
其中副高级以上教师，小学{ah=a1+a2}人，初中{bh=b01+b02}人，普通高中{kh=k1+k2}人。
# 七、教育经费
全年教育经费总投入{fund=f1+f2+f3}亿元，其中一般公共预算教育经费{f1=19.36}亿元、事业收入{f2=2.14}亿元、其他收入{f3=0.87}{u.f3=亿元}。一般公共预算教育经费比上年增长{fRise=fWas>f1,2}%（2022年：{fWas=18.42}亿元），占一般公共预算支出的{fShare=f1%budget,2}%（一般公共预算支出{budget=96.84}亿元）。
小学生均一般公共预算教育经费{per1=14268}元，初中{per2=20186}元，普通高中{per3=21874}元，均实现“只增不减”。全年发放各类学生资助资金{aid=3846.50}{u.aid=万元}，惠及学生{aided=28164}人次，人次均{aidPer=aidYuan/aided,0}元（合计{aidYuan=38465000}元）。
# 八、各镇（街道）情况
表4 各镇（街道）学校情况
| 镇（街道） | 学校数 | 班数 | 在校生 | 专任教师 | 平均班额 | 生师比 |
${lines(TOWNS, ([name, schools, classes, kids, staff], n) => `| ${name} | {p${n}=${schools}} | {q${n}=${classes}} | {u${n}=${kids}} | {v${n}=${staff}} | {w${n}=u${n}/q${n},1} | {x${n}=u${n}:v${n},2} |`)}
| 合计 | {pAll==${added('p', 10)}} | {qAll==${added('q', 10)}} | {uAll==${added('u', 10)}} | {vAll==${added('v', 10)}} | {wAll=uAll/qAll,1} | {xAll=uAll:vAll,2} |
注：本表为义务教育阶段学校和部分幼儿园的口径，不含区直属单位。
从分布看，城关、滨河、北园三个街道在校生合计{core=u1+u2+u3}人，占各镇（街道）在校生的{coreShare=core%uAll,2}%；在校生最少的云岭乡为{u10}人，班额{w10}人。
# 九、名词解释
[1] 各级各类学校不含教学点和培训机构。
[2] 毛入园率是指在园幼儿数占3—5岁年龄组人口数的百分比。
[3] 普职比是指普通高中与中等职业学校招生之比。
`,
  {
    lastYear: before,
    relations: [
      relate.total('all@2', 's1', 's2', 's3', 's4', 's5', 's6'),
      relate.total('teachers@2', 't1', 't2', 't3', 't4', 't5', 't6'),
      relate.parts('n1@2', 'gb', 'pm', 'qm'),
      relate.parts('s2@2', 'boys', 'girls'),
      relate.parts('t2@2', 'd1', 'd2', 'd3'),
      relate.parts('n4@2', 'sf', 'sfc', 'sfo'),
      relate.parts('s5@2', 'full', 'part'),
      relate.parts('base', 'b1', 'b2', 'b3'),
      relate.parts('hire', 'h1', 'h2', 'h3', 'h4', 'h5'),
      relate.parts('train', 'r1', 'r2', 'r3', 'r4'),
      relate.total('t2@3', 'a1', 'a2', 'a3', 'a4'),
      relate.total('t3@3', 'b01', 'b02', 'b03', 'b04'),
      relate.total('t4@3', 'k1', 'k2', 'k3', 'k4'),
      relate.order('phKids', 's1'),
      relate.order('t1', 'e1'),
      relate.order('t3', 'e3'),
      relate.order('up', 'g3'),
      relate.order('line', 'sat'),
      relate.order('sat', 'exam'),
      relate.order('dual', 'pro'),
      relate.order('board', 's2'),
      relate.impossible('upRate', '197.52'),
      relate.impossible('dis', '198.65'),
      relate.impossible('keep', '198.92'),
      relate.unit('f3', 'u.f3', '万元'),
      relate.unit('aid', 'u.aid', '亿元'),
      relate.lastYear('allWas', 'all'),
      relate.lastYear('teachersWas', 'teachers'),
      relate.lastYear('s2Was', 'primary'),
      relate.lastYear('s3Was', 'middle'),
      relate.lastYear('fWas', 'money'),
    ],
  },
)
