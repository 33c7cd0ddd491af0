import { group, highest, item, manual, ratio, results } from './parts.ts'

export const governance = group(
  'a',
  'A 办学方向与依法治校',
  'A Direction and law',
  '15',
  group(
    'a1',
    'A1 办学方向',
    'A1 Direction',
    '9',
    group(
      'r1',
      'R1 党的领导',
      'R1 Leadership of the Party',
      '5',
      item('r1-ideology', '意识形态责任制', 'Responsibility for ideology', '1', manual),
      item(
        'r1-projects',
        '党建项目',
        'Party-building projects',
        '1',
        results({
          'national-college': ['国家级示范高校', 'National model college', '600'],
          'national-faculty': ['国家级标杆院系', 'National model faculty', '300'],
          'national-branch': ['国家级样板支部', 'National model branch', '100'],
          'provincial-college': ['省级示范高校', 'Provincial model college', '300'],
          'provincial-faculty': ['省级标杆院系', 'Provincial model faculty', '150'],
          'provincial-branch': ['省级样板支部', 'Provincial model branch', '50'],
          'provincial-base': ['省级基地', 'Provincial base', '200'],
        }),
      ),
      item(
        'r1-other',
        '其他',
        'Other',
        '3',
        { by: 'deduction' },
        {
          less: { point: { label: { zh: '通报扣分', en: 'Points deducted by notice' }, each: '1' } },
        },
      ),
    ),
    item('r2', 'R2 立德树人', 'R2 Moral education', '4', ratio(highest), {
      zeroWhen: { zh: '测评等次为 D', en: 'Judged D' },
    }),
  ),
  group(
    'a2',
    'A2 依法治校',
    'A2 Law',
    '6',
    item(
      'r3',
      'R3 依法治校',
      'R3 Law',
      '3',
      { by: 'deduction' },
      {
        less: {
          fraud: { label: { zh: '就业统计或会计造假', en: 'False employment statistics or accounts' }, each: '0.5' },
        },
      },
    ),
    item('r4', 'R4 平安校园', 'R4 Safe campus', '3', ratio(highest, { limit: '60' })),
  ),
)
