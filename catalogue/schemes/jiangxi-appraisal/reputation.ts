import type { ScoreRule } from '../../../src/language/index.ts'
import { group, highest, indicator, item, ratio, results } from './parts.ts'

const satisfaction: ScoreRule = { by: 'satisfaction' }

export const reputation = group(
  'd',
  'D 办学声誉与特色',
  'D Reputation',
  '18',
  group(
    'd1',
    'D1 声誉',
    'D1 Reputation',
    '5',
    item(
      'r31',
      'R31 教师荣誉',
      'R31 Honours of teachers',
      '1',
      results({
        first: ['一档', 'Class one', '400'],
        second: ['二档', 'Class two', '300'],
        third: ['三档', 'Class three', '200'],
        fourth: ['四档', 'Class four', '100'],
      }),
    ),
    group(
      'r32',
      'R32 社会影响力',
      'R32 Influence',
      '1',
      item(
        'r32-media',
        '媒体报道与会议发言',
        'Media and conferences',
        '0.6',
        results({
          'media-national': ['国家级媒体', 'National media', '300'],
          'media-provincial': ['省级媒体', 'Provincial media', '150'],
          'speech-national': ['国家级会议发言', 'Speech, national', '100'],
          'speech-provincial': ['省级会议发言', 'Speech, provincial', '50'],
        }),
      ),
      item(
        'r32-honours',
        '荣誉',
        'Honours',
        '0.4',
        results({ ministry: ['部级', 'Of a ministry', '300'], department: ['厅级', 'Of a department', '100'] }),
      ),
    ),
    group(
      'r33',
      'R33 毕业生就业',
      'R33 Graduates',
      '3',
      item(
        'r33-settled',
        '毕业去向落实率（与省均值比）',
        'Settled destinations, against the provincial mean',
        '2',
        {
          by: 'bands',
          around: '83.84',
          steps: [
            { from: '0', points: '2' },
            { from: '-5', points: '1.8' },
            { from: '-10', points: '1.6' },
            { from: null, points: '1.2' },
          ],
        },
        {
          source: indicator('q0.destination-rate'),
          less: { fraud: { label: { zh: '核查发现造假', en: 'Found false' }, each: '0.2', most: '1' } },
        },
      ),
      item('r33-visits', '访企拓岗（家）', 'Enterprises visited', '0.5', ratio(highest, { limit: '100' })),
      item('r33-fairs', '招聘会', 'Job fairs', '0.5', ratio(highest)),
    ),
  ),
  group(
    'd2',
    'D2 特色',
    'D2 Character',
    '3',
    item('r34', 'R34 案例', 'R34 Cases', '3', { by: 'experts', outOf: '100' }, { source: { from: 'experts' } }),
  ),
  group(
    'd3',
    'D3 满意度',
    'D3 Satisfaction',
    '10',
    item('r35', 'R35 学生', 'R35 Students', '4', satisfaction),
    item('r36', 'R36 教师', 'R36 Teachers', '4', satisfaction),
    item('r37', 'R37 社会（舆情）', 'R37 Society (public opinion)', '2', {
      by: 'ratio',
      better: 'down',
      target: { zh: '各校最低原始分', en: 'Lowest score of all colleges' },
      rest: true,
    }),
  ),
)
