import type { Label } from '../../../src/language/label.ts'
import type { SectionTemplate } from '../../../src/language/report.ts'
import { challenges } from './content/challenges.ts'
import { culture } from './content/culture.ts'
import { development } from './content/development.ts'
import { guarantee } from './content/guarantee.ts'
import { integration } from './content/integration.ts'
import { international } from './content/international.ts'
import { preface } from './content/preface.ts'
import { profile } from './content/profile.ts'
import { service } from './content/service.ts'

const texts = {
  ...profile,
  ...development,
  ...service,
  ...culture,
  ...international,
  ...integration,
  ...guarantee,
  ...challenges,
}
type Key = keyof typeof texts

/**
 * Days before publication, after the usual timetable: data and first drafts at the end of the year, a week of
 * comments, then the college's approval and publication. What sums up the others is written after them.
 */
const DRAFT = 12
const SUMMING_UP = 7

const title = (zh: string, en: string): Label => ({ zh, en })
const section = (key: Key, name: Label, owner: string, sections?: readonly SectionTemplate[]): SectionTemplate => ({
  key,
  title: name,
  owner,
  dueDaysBefore: DRAFT,
  content: texts[key],
  ...(sections ? { sections } : {}),
})
const chapter = (key: string, name: Label, owner: string, sections: readonly SectionTemplate[]): SectionTemplate => ({
  key,
  title: name,
  owner,
  dueDaysBefore: DRAFT,
  sections,
})
const later = (template: SectionTemplate): SectionTemplate => ({
  ...template,
  dueDaysBefore: SUMMING_UP,
  ...(template.sections ? { sections: template.sections.map(later) } : {}),
})

export const outline: readonly SectionTemplate[] = [
  {
    key: 'preface',
    numbered: false,
    title: title('前言', 'Preface'),
    owner: 'quality',
    dueDaysBefore: SUMMING_UP,
    content: preface,
  },
  chapter('profile', title('学校概况', 'The college'), 'college-office', [
    section('profile.basics', title('基本情况', 'In brief'), 'college-office'),
    section('profile.conditions', title('办学条件', 'Conditions'), 'assets'),
    section('profile.students', title('学生规模', 'Students'), 'admissions'),
    section('profile.staff', title('师资队伍', 'Staff'), 'personnel'),
  ]),
  chapter('development', title('人才培养', 'Education'), 'academic-affairs', [
    section('development.party', title('党建引领', 'Party building'), 'party-building'),
    section('development.morality', title('立德树人', 'Moral education'), 'student-affairs', [
      section(
        'development.morality.education',
        title('思想政治教育', 'Ideological and political education'),
        'student-affairs',
      ),
      section('development.morality.teams', title('学生工作队伍', 'Those who work with students'), 'student-affairs'),
      section('development.morality.aid', title('学生资助', 'Aid to students'), 'student-affairs'),
      section('development.morality.mind', title('心理健康教育', 'Mental health'), 'student-affairs'),
      section(
        'development.morality.course',
        title('思政课教学改革', 'Teaching of ideological courses'),
        'party-building',
      ),
    ]),
    section('development.majors', title('专业建设', 'Majors'), 'academic-affairs'),
    section('development.courses', title('课程建设', 'Courses'), 'academic-affairs', [
      section('development.courses.system', title('课程规划与体系', 'System of courses'), 'academic-affairs'),
      section('development.courses.values', title('课程思政', 'Values in courses'), 'academic-affairs'),
      section('development.courses.online', title('在线开放课程', 'Open online courses'), 'academic-affairs'),
      section('development.courses.quality', title('课程质量标准与监测', 'Quality of courses'), 'academic-affairs'),
    ]),
    section('development.teaching', title('三教改革', 'Teachers, textbooks, methods'), 'academic-affairs', [
      section('development.teaching.textbooks', title('教材建设', 'Textbooks'), 'academic-affairs'),
      section('development.teaching.methods', title('教法改革', 'Methods'), 'academic-affairs'),
      section('development.teaching.staff', title('师资建设', 'Teachers'), 'personnel'),
    ]),
    section('development.digital', title('信息化建设', 'Digital college'), 'information', [
      section('development.digital.campus', title('智慧校园', 'Campus'), 'information'),
      section('development.digital.resources', title('数字化教学资源', 'Digital resources'), 'academic-affairs'),
      section('development.digital.platforms', title('平台与资源应用', 'Use of platforms'), 'academic-affairs'),
      section('development.digital.skills', title('师生信息素养', 'Digital skills'), 'information'),
    ]),
    section('development.pathways', title('职普融通', 'Vocational and general education'), 'academic-affairs', [
      section('development.pathways.articulated', title('贯通培养', 'Articulated programmes'), 'academic-affairs'),
      section(
        'development.pathways.schools',
        title('科普与职业体验', 'Popular science and experience of work'),
        'academic-affairs',
      ),
    ]),
    section('development.research', title('科教融汇', 'Research and education'), 'research'),
    section('development.destinations', title('毕业去向落实', 'Destinations of graduates'), 'employment', [
      section('development.destinations.employment', title('就业质量', 'Employment'), 'employment'),
      section('development.destinations.study', title('升学情况', 'Further study'), 'employment'),
      section('development.destinations.business', title('创新创业', 'Innovation and business'), 'employment'),
    ]),
    section('development.competitions', title('技能大赛', 'Skills competitions'), 'academic-affairs'),
    section('development.growth', title('学生发展', 'Growth of students'), 'student-affairs'),
    section('development.experience', title('学生在校体验', 'Experience of students'), 'student-affairs', [
      section('development.experience.labour', title('劳动教育', 'Labour'), 'student-affairs'),
      section('development.experience.arts', title('审美和人文素养', 'Arts and humanities'), 'student-affairs'),
      section(
        'development.experience.clubs',
        title('学生社团及志愿者活动', 'Clubs and volunteering'),
        'student-affairs',
      ),
      section(
        'development.experience.community',
        title('“一站式”学生社区建设', 'Student community'),
        'student-affairs',
      ),
      section('development.experience.satisfaction', title('学生满意度', 'Satisfaction of students'), 'quality'),
    ]),
  ]),
  chapter('service', title('服务贡献', 'Service'), 'research', [
    section('service.industry', title('服务行业企业', 'Service to industry'), 'research'),
    section('service.region', title('服务地方发展', 'Service to the region'), 'employment'),
    section('service.rural', title('服务乡村振兴', 'Service to the countryside'), 'continuing-education'),
    section('service.community', title('服务地方社区', 'Service to the community'), 'student-affairs'),
    section(
      'service.distinctive-region',
      title('具有地域特色的服务', 'Service of this region'),
      'continuing-education',
    ),
    section(
      'service.distinctive-college',
      title('具有本校特色的服务', 'Service of this college'),
      'continuing-education',
    ),
  ]),
  chapter('culture', title('文化传承', 'Culture'), 'party-building', [
    section('culture.campus', title('校园文化', 'Campus culture'), 'party-building'),
    section('culture.tradition', title('传统文化', 'Traditional culture'), 'student-affairs'),
    section('culture.red', title('红色文化', 'Revolutionary heritage'), 'party-building'),
  ]),
  chapter('international', title('国际合作', 'International cooperation'), 'international', [
    section('international.students', title('留学生培养', 'Foreign students'), 'international'),
    section('international.programmes', title('国际合作办学', 'Joint programmes'), 'international'),
    section('international.standards', title('开发标准', 'Standards'), 'international'),
    section('international.belt-and-road', title('助力“一带一路”建设', 'Belt and Road'), 'international'),
    section('international.abroad', title('国（境）外独立办学', 'Schools abroad'), 'international'),
    section(
      'international.distinctive',
      title('具有本校特色的交流合作', 'Cooperation of this college'),
      'international',
    ),
  ]),
  chapter('integration', title('产教融合', 'Industry and education'), 'industry-partnership', [
    section('integration.practice', title('实习实训', 'Internship and practice'), 'assets', [
      section('integration.practice.management', title('实习实训管理', 'Management'), 'academic-affairs'),
      section('integration.practice.bases', title('现代化实训基地建设', 'Bases for practice'), 'assets'),
      section('integration.practice.assessment', title('职业技能鉴定', 'Assessment of skills'), 'continuing-education'),
    ]),
    section('integration.dual', title('校企双元育人', 'Education with enterprises'), 'industry-partnership'),
    section('integration.apprenticeship', title('现代学徒制', 'Apprenticeship'), 'industry-partnership'),
    section('integration.city', title('市域产教联合体建设', 'City consortium'), 'industry-partnership'),
    section('integration.communities', title('行业产教融合共同体建设', 'Industry communities'), 'industry-partnership'),
    section(
      'integration.centres',
      title('开放型区域产教融合实践中心建设', 'Regional practice centres'),
      'industry-partnership',
    ),
    section(
      'integration.distinctive',
      title('具有本校特色的产教融合', 'Partnership of this college'),
      'industry-partnership',
    ),
  ]),
  chapter('guarantee', title('发展保障', 'Support'), 'college-office', [
    section('guarantee.policy', title('政策落实', 'Policy'), 'college-office'),
    section('guarantee.governance', title('学校治理', 'Governance'), 'college-office'),
    section('guarantee.quality', title('质量保障', 'Quality assurance'), 'quality'),
    section('guarantee.funding', title('经费投入', 'Funding'), 'finance'),
  ]),
  later(
    chapter('challenges', title('面临挑战', 'Challenges'), 'quality', [
      section('challenges.main', title('主要挑战', 'Main challenges'), 'quality', [
        section('challenges.main.industry', title('服务产业转型升级的适应性', 'Keeping up with industry'), 'quality'),
        section('challenges.main.type', title('遵循职业教育类型特征的适应性', 'Being vocational'), 'quality'),
        section(
          'challenges.main.international',
          title('服务国际产能合作的适应性', 'Serving cooperation abroad'),
          'quality',
        ),
      ]),
      section('challenges.measures', title('应对举措', 'Measures'), 'quality', [
        section('challenges.measures.research', title('推进科教融汇', 'Research and education'), 'quality'),
        section('challenges.measures.majors', title('提高人才培养质量', 'Better education'), 'quality'),
        section('challenges.measures.cooperation', title('拓展合作交流', 'Wider cooperation'), 'quality'),
      ]),
    ]),
  ),
]
