import { many, names, per, risen, share } from '../figures.ts'
import type { MadeDocument } from '../made-document.ts'
import { relate } from '../relate.ts'

const lastYear: MadeDocument = {
  name: 'research-report-2022',
  format: 'md',
  figures: { projects: '186', arrived: '2135.40', patents: '142', papers: '238', clients: '96' },
  text: `
# 石岭职业大学2022年科研工作总结
2022年，学校立项科研项目{projects}项，科研到账经费{arrived}万元，专利授权{patents}件，发表论文{papers}篇，服务企业{clients}家。
`,
  relations: [],
}

/** A year of research in Markdown: projects by level and department, money, patents, Chinese numerals, 亿 and 万. */
export const researchReport: MadeDocument = {
  name: 'research-report',
  format: 'md',
  lastYear,
  figures: {
    'no.s1': '一',
    'no.s2': '二',
    'no.s3': '三',
    'no.s4': '四',
    'no.i1': '一',
    'no.i2': '二',
    'no.i3': '三',
    'no.t1': '一',
    'no.t2': '二',
    'no.t3': '三',
    projects: '214',
    projectsBefore: '186',
    projectsMore: '28',
    projectsRise: risen(186, 214),
    ...many('level', [6, 47, 72, 89]),
    ...many(
      'levelShare',
      [6, 47, 72, 89].map((n) => share(n, 214)),
    ),
    ...many('dep', [52, 46, 61, 33, 22]),
    ...many('depMoney', ['612.40', '538.25', '906.80', '284.15', '158.40']),
    arrived: '2500.00',
    arrivedBefore: '2135.40',
    arrivedRise: risen('2135.40', '2500'),
    vertical: '618.50',
    horizontal: '1881.50',
    verticalShare: share('618.5', '2500'),
    horizontalShare: share('1881.5', '2500'),
    contracts: '265',
    perContract: per('1881.50', 265),
    clients: '118',
    clientsBefore: '96',
    clientsMore: '22',
    small: '87',
    smallShare: share(87, 118),
    property: '205',
    patents: '168',
    patentsBefore: '142',
    patentsMore: '26',
    ...many('patent', [46, 98, 24]),
    software: '37',
    inventionShare: share(46, 168),
    transfers: '31',
    transferMoney: '286.60',
    perTransfer: per('286.60', 31),
    papers: '262',
    papersBefore: '238',
    papersRise: risen(238, 262),
    core: '74',
    platforms: '18',
    ...many('platform', [2, 7, 9]),
    benefit: '1.26',
    'u.benefit': '亿元',
    'u.arrived': '万元',
    'u.horizontal': '万元',
    teachers: '624',
    joined: '418',
    joinedShare: share(418, 624),
    perTeacher: per(262, 624),
    doctors: '143',
    training: '2.86',
    hours: '18640',
    charity: '5360',
    classes: '312',
    perClass: per(28600, 312, 1),
    date: '2024年2月27日',
    teams: '12',
  },
  text: `
# 石岭职业大学2023年科研与社会服务工作总结
（{date}，科研处；文号：石职大科〔2024〕6号）
## {no.s1}、科研项目
2023年，学校立项科研项目{projects}项，比上年的{projectsBefore}项增加{projectsMore}项，增长{projectsRise}%。其中国家级{level1}项、省部级{level2}项、市厅级{level3}项、校级{level4}项。参与科研的专任教师{joined}人，占全校专任教师{teachers}人的{joinedShare}%，其中具有博士学位的{doctors}人。
表{no.t1} 立项项目分级统计
| 级别 | 项目数（项） | 占比（%） |
| 国家级 | {level1} | {levelShare1} |
| 省部级 | {level2} | {levelShare2} |
| 市厅级 | {level3} | {levelShare3} |
| 校级 | {level4} | {levelShare4} |
| 合计 | {projects} | 100.00 |
{no.i1}是加强有组织科研，组建科研团队{teams}个；{no.i2}是完善经费“包干制”，覆盖项目近百项；{no.i3}是推进科研平台开放，全年接待来访30多批次。
## {no.s2}、科研经费
2023年科研到账经费{arrived}{u.arrived}（约0.25亿元），比上年的{arrivedBefore}万元增长{arrivedRise}%。其中纵向经费{vertical}万元，占{verticalShare}%；横向经费{horizontal}{u.horizontal}，占{horizontalShare}%。签订横向合同{contracts}项，平均每项到账{perContract}万元。五个二级学院的立项与到账情况见表{no.t2}。
表{no.t2} 各学院立项与到账情况
| 学院 | 立项（项） | 到账（万元） |
| 机电学院 | {dep1} | {depMoney1} |
| 化工学院 | {dep2} | {depMoney2} |
| 信息学院 | {dep3} | {depMoney3} |
| 经管学院 | {dep4} | {depMoney4} |
| 艺术学院 | {dep5} | {depMoney5} |
| 合计 | {projects} | {arrived} |
## {no.s3}、科研成果
全年获得知识产权{property}项，其中专利授权{patents}件、软件著作权{software}件。专利授权比上年的{patentsBefore}件增加{patentsMore}件，其中发明专利{patent1}件、实用新型专利{patent2}件、外观设计专利{patent3}件，发明专利占专利授权的{inventionShare}%。专利转让{transfers}件，到账{transferMoney}万元，平均每件{perTransfer}万元。教师发表论文{papers}篇，比上年的{papersBefore}篇增长{papersRise}%，其中核心期刊论文{core}篇，专任教师人均{perTeacher}篇。
建有科研平台{platforms}个，其中国家级{platform1}个、省级{platform2}个、市级{platform3}个。
表{no.t3} 知识产权情况
| 类别 | 数量 |
| 知识产权项目数 | {property} |
| 其中：专利授权数量 | {patents} |
| 发明专利授权数量 | {patent1} |
| 技术产权交易收入（万元） | {transferMoney} |
## {no.s4}、社会服务
全年服务企业{clients}家，比上年的{clientsBefore}家多{clientsMore}家，其中中小微企业{small}家，占{smallShare}%；技术服务为企业新增产值{benefit}{u.benefit}。
开展非学历培训{classes}期、{training}万人次，平均每期{perClass}人次；非学历培训{hours}学时，其中公益项目培训{charity}学时。科普活动惠及群众1.5万余人次，其中中小学生约8000人次。
到2025年，学校科研到账经费力争达到3000万元，发明专利授权力争达到80件。
`,
  relations: [
    relate.numbering(...names('no.s', 4)),
    relate.numbering(...names('no.i', 3)),
    relate.difference('projectsMore', 'projectsBefore', 'projects'),
    relate.growth('projectsRise', 'projectsBefore', 'projects'),
    relate.parts('projects', ...names('level', 4)),
    relate.percentage('joinedShare', 'joined', 'teachers'),
    relate.order('joined', 'teachers'),
    relate.total('projects@2', ...names('level', 4).map((name) => `${name}@2`)),
    ...[1, 2, 3, 4].map((i) => relate.percentage(`levelShare${i}`, `level${i}@2`, 'projects@2')),
    relate.growth('arrivedRise', 'arrivedBefore', 'arrived'),
    relate.parts('arrived', 'vertical', 'horizontal'),
    relate.percentage('verticalShare', 'vertical', 'arrived'),
    relate.percentage('horizontalShare', 'horizontal', 'arrived'),
    relate.quotient('perContract', 'horizontal', 'contracts'),
    relate.total('projects@3', ...names('dep', 5)),
    relate.total('arrived@2', ...names('depMoney', 5)),
    relate.parts('property', 'patents', 'software'),
    relate.difference('patentsMore', 'patentsBefore', 'patents'),
    relate.parts('patents', ...names('patent', 3)),
    relate.percentage('inventionShare', 'patent1', 'patents'),
    relate.quotient('perTransfer', 'transferMoney', 'transfers'),
    relate.growth('papersRise', 'papersBefore', 'papers'),
    relate.order('core', 'papers'),
    relate.quotient('perTeacher', 'papers', 'teachers'),
    relate.parts('platforms', ...names('platform', 3)),
    relate.difference('clientsMore', 'clientsBefore', 'clients'),
    relate.percentage('smallShare', 'small', 'clients'),
    relate.order('small', 'clients'),
    relate.order('charity', 'hours'),
    relate.unit('arrived', 'u.arrived', '元'),
    relate.unit('horizontal', 'u.horizontal', '亿元'),
    relate.impossible('joined', '-418'),
    relate.impossible('inventionShare', '127.38'),
    relate.impossible('date', '2024年2月30日', '2204年2月27日'),
    relate.impossible('smallShare', '173.73'),
    relate.catalogue('patents@2', '268'),
    relate.catalogue('patent1@2', '186'),
    relate.catalogue('charity', '25360'),
    relate.lastYear('projectsBefore', 'projects'),
    relate.lastYear('arrivedBefore', 'arrived'),
    relate.lastYear('patentsBefore', 'patents'),
    relate.lastYear('papersBefore', 'papers'),
    relate.lastYear('clientsBefore', 'clients'),
  ],
}
