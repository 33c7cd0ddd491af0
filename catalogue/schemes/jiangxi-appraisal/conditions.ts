import type { Label } from '../../../src/language/index.ts'
import { group, highest, indicator, item, manual, national, provincial, ratio, results } from './parts.ts'

const standard: Label = { zh: '本类院校合格标准', en: 'Pass line of this kind of college' }

export const conditions = group(
  'b',
  'B 办学条件与资源',
  'B Conditions and resources',
  '31',
  group(
    'b1',
    'B1 硬件',
    'B1 Equipment and rooms',
    '6',
    item('r5', 'R5 生均教学科研仪器设备值', 'R5 Equipment per student', '3', ratio(standard), {
      source: indicator('q3.equipment-value-per-student'),
    }),
    item('r6', 'R6 生均教学行政用房', 'R6 Teaching area per student', '3', ratio(standard), {
      source: indicator('q0.teaching-area-per-student'),
    }),
  ),
  group(
    'b2',
    'B2 投入',
    'B2 Money',
    '7',
    item('r7', 'R7 生均财政拨款（元）', 'R7 Appropriation per student (yuan)', '2', ratio('12000'), {
      source: indicator('q6.appropriation-per-student'),
    }),
    item('r8', 'R8 教学经费投入占比', 'R8 Share spent on teaching', '3', ratio(highest)),
    item('r9', 'R9 教师培养培训经费占比', 'R9 Share spent on training of teachers', '2', ratio(highest)),
  ),
  group(
    'b3',
    'B3 师资',
    'B3 Teachers',
    '8',
    item('r10', 'R10 生师比', 'R10 Students per teacher', '3', ratio('18', { better: 'down', limit: '22' }), {
      source: indicator('q3.student-teacher-ratio'),
    }),
    group(
      'r11',
      'R11 师资结构',
      'R11 Structure',
      '3',
      item(
        'r11-double-qualified',
        '双师型占专业课教师（%）',
        'Double-qualified, of teachers of professional courses (%)',
        '2',
        ratio('60', { limit: '30' }),
        {
          source: indicator('q3.double-qualified-share-of-professional'),
        },
      ),
      item(
        'r11-degrees',
        '研究生学位占专任教师（%）',
        'Master or doctor, of full-time teachers (%)',
        '1',
        ratio(highest),
        {
          source: indicator('q0.research-degree-share'),
        },
      ),
    ),
    item(
      'r12',
      'R12 高层次人才',
      'R12 Talent',
      '2',
      results({
        third: ['三类', 'Class three', '300'],
        fourth: ['四类', 'Class four', '200'],
        fifth: ['五类', 'Class five', '150'],
        doctor: ['55 岁以下有高职称的博士', 'Doctor up to 55 with a senior title', '100'],
      }),
    ),
  ),
  group(
    'b4',
    'B4 实习实训',
    'B4 Practice',
    '7',
    item(
      'r13',
      'R13 专业均合作企业数（规模以上计 1，其他计 0.5）',
      'R13 Partner enterprises per major (large ones 1, others 0.5)',
      '2',
      ratio('3', { limit: '1' }),
    ),
    item('r14', 'R14 专业均校外实习基地数', 'R14 Outside bases per major', '3', ratio('2', { limit: '1' })),
    item(
      'r15',
      'R15 虚拟仿真基地',
      'R15 Virtual simulation bases',
      '2',
      results({ national: national('2'), provincial: provincial('1') }, { full: '2' }),
    ),
  ),
  group(
    'b5',
    'B5 数字化',
    'B5 Digital campus',
    '3',
    item('r16', 'R16 数字校园', 'R16 Digital campus', '1', manual),
    group(
      'r17',
      'R17 诊断与改进',
      'R17 Diagnosis and improvement',
      '2',
      item('r17-platform', '诊改平台', 'Platform', '1', { by: 'yes-no' }),
      item('r17-dimensions', '达成的维度（共五个）', 'Dimensions reached, of five', '1', ratio('5')),
    ),
  ),
)
