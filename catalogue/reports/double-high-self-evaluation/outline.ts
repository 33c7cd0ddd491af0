import { doc, recordTable } from '../../../src/language/document.ts'
import type { Label } from '../../../src/language/label.ts'
import type { SectionTemplate } from '../../../src/language/report.ts'
import { p } from '../quality-report/prose.ts'
import { group } from './content/group.ts'
import { measures } from './content/measures.ts'
import { overview } from './content/overview.ts'
import { school } from './content/school.ts'

const texts = { ...overview, ...school, ...group, ...measures }
type Key = keyof typeof texts

/** Days before it is handed in: units write first, what sums up is written last. */
const DRAFT = 20
const SUMMING_UP = 10

const title = (zh: string, en: string): Label => ({ zh, en })
const section = (
  key: Key,
  name: Label,
  owner: string,
  sections?: readonly SectionTemplate[],
  dueDaysBefore = DRAFT,
): SectionTemplate => ({
  key,
  title: name,
  owner,
  dueDaysBefore,
  content: texts[key],
  ...(sections ? { sections } : {}),
})
const chapter = (
  key: string,
  name: Label,
  sections: readonly SectionTemplate[],
  owner = 'quality',
): SectionTemplate => ({ key, title: name, owner, dueDaysBefore: DRAFT, sections })

const schoolBoards: readonly SectionTemplate[] = [
  section('school.output.party', title('党建引领，三全育人', 'Party building'), 'party-building'),
  section('school.output.education', title('五育并举，人才培养', 'Education'), 'academic-affairs'),
  section('school.output.platforms', title('服务区域，技术技能平台', 'Platforms'), 'research'),
  section('school.output.majors', title('提质培优，专业集群', 'Majors'), 'academic-affairs'),
  section('school.output.staff', title('引育结合，双师型队伍', 'Teachers'), 'personnel'),
  section('school.output.partnership', title('产教融合，校企共同体', 'Partnership'), 'industry-partnership'),
  section('school.output.service', title('紧盯产业，服务能力', 'Service'), 'continuing-education'),
  section('school.output.governance', title('制度筑基，高效治理', 'Governance'), 'college-office'),
  section('school.output.campus', title('提档升级，智慧校园', 'Digital campus'), 'information'),
  section('school.output.international', title('标准输出，国际影响', 'International'), 'international'),
]
const groupBoards: readonly SectionTemplate[] = [
  section('group.output.model', title('人才培养模式', 'Model of education'), 'academic-affairs'),
  section('group.output.courses', title('课程体系与教学资源', 'Courses'), 'academic-affairs'),
  section('group.output.textbooks', title('教材与教法改革', 'Textbooks and methods'), 'academic-affairs'),
  section('group.output.team', title('教师教学创新团队', 'Teachers'), 'personnel'),
  section('group.output.practice', title('实践教学基地', 'Practice sites'), 'assets'),
  section('group.output.platforms', title('技术技能平台', 'Platforms'), 'research'),
  section('group.output.service', title('社会服务', 'Service'), 'continuing-education'),
  section('group.output.international', title('国际交流与合作', 'International'), 'international'),
  section('group.output.guarantee', title('可持续发展保障机制', 'Guarantee'), 'quality'),
]

/** The outline of the mid-term self-evaluation that colleges of the Double-High plan hand in and publish. */
export const outline: readonly SectionTemplate[] = [
  chapter('overview', title('总体实现程度概述', 'Overview'), [
    section('overview.goals', title('总体目标的实现程度及效果概述', 'Goals reached'), 'quality', undefined, SUMMING_UP),
    section('overview.money', title('项目经费到位和执行情况概述', 'Money'), 'finance', undefined, SUMMING_UP),
  ]),
  chapter('school', title('学校层面任务及绩效指标的完成情况', 'The school'), [
    section('school.output', title('产出情况', 'Output'), 'quality', schoolBoards),
    section('school.contribution', title('贡献度情况', 'Contribution'), 'research'),
    chapter('school.recognition', title('社会认可度情况', 'Recognition'), [
      section('school.recognition.students', title('学生家长满意度', 'Students and parents'), 'student-affairs'),
      section('school.recognition.employers', title('行业企业认可度', 'Industry'), 'employment'),
      section('school.recognition.peers', title('业内影响力', 'Peers'), 'college-office'),
      section('school.recognition.abroad', title('国际影响力', 'Abroad'), 'international'),
    ]),
  ]),
  chapter('group', title('专业群层面任务及绩效指标的完成情况', 'The group of majors'), [
    section('group.output', title('产出情况', 'Output'), 'quality', groupBoards),
    section('group.contribution', title('贡献度', 'Contribution'), 'academic-affairs'),
    section('group.recognition', title('社会认可度', 'Recognition'), 'academic-affairs'),
  ]),
  chapter('measures', title('实现绩效目标采取的措施', 'Measures'), [
    section('measures.mechanism', title('项目推进机制建设与运行情况', 'How the work is run'), 'quality'),
    section('measures.money', title('项目资金管理制度与执行情况', 'How money is run'), 'finance'),
  ]),
  chapter('experience', title('特色经验与做法', 'Experience'), [
    section(
      'experience.education',
      title('产教协同双元育人，打造人才培养高地', 'Two places of education'),
      'academic-affairs',
    ),
    section(
      'experience.lifelong',
      title('培养培训两线并进，构建终身服务体系', 'Service for a lifetime'),
      'continuing-education',
    ),
    section('experience.opening', title('开放办学多边互动，提升国际影响', 'Open to the world'), 'international'),
  ]),
  chapter('problems', title('问题与改进措施', 'Problems and improvements'), [
    section('problems.partnership', title('产教融合发展载体', 'Partnership'), 'industry-partnership'),
    section('problems.clusters', title('专业集群发展模式', 'Clusters of majors'), 'academic-affairs'),
    section('problems.platforms', title('人才培养及服务高地', 'Education and service'), 'research'),
  ]),
  {
    key: 'cases',
    numbered: false,
    title: title('附：标志性成果案例', 'Annex: cases of landmark results'),
    owner: 'quality',
    dueDaysBefore: DRAFT,
    content: doc(
      p`省级及以上标志性成果的案例${'plan.landmark-cases'}，文字取自成果登记，按取得时间排列。`,
      recordTable('landmark-cases'),
    ),
  },
]
