import { defineScheme } from '../../../src/language/index.ts'
import { conditions } from './conditions.ts'
import { governance } from './governance.ts'
import { item, manual, results } from './parts.ts'
import { quality } from './quality.ts'
import { reputation } from './reputation.ts'

export const jiangxiAppraisal = defineScheme({
  name: 'jiangxi-appraisal',
  version: 2023,
  label: { zh: '江西省高职院校考核', en: 'Appraisal of colleges, Jiangxi' },
  source:
    '江西省教育厅 2023 年度高职院校考核指标的分值、档次与权重（公开资料）。凭常识补充：生师比 22 为零分线；各条保留两位小数',
  levels: {
    college: {
      label: { zh: '学校', en: 'College' },
      points: '100',
      of: [
        governance,
        conditions,
        quality,
        reputation,
        {
          key: 'bonus',
          label: { zh: 'E 加分', en: 'E Added' },
          points: '5',
          beside: 'bonus',
          of: [item('bonus', '加分', 'Added points', '5', manual)],
        },
        {
          key: 'penalty',
          label: { zh: 'E 减分', en: 'E Taken away' },
          points: '5',
          beside: 'penalty',
          of: [
            item(
              'penalty',
              '重大舆情与非正常死亡',
              'Public scandals and deaths',
              '5',
              results(
                {
                  scandal: ['重大舆情', 'Public scandal', '2'],
                  death: ['学生心理原因非正常死亡', 'Death of a student for psychological reasons', '1'],
                },
                { full: '5' },
              ),
            ),
          ],
        },
      ],
    },
  },
  weightings: { usual: { label: { zh: '学校', en: 'College' }, of: { college: '100' } } },
  vetoes: [],
  grades: {},
  decimals: { items: 2, levels: 2, total: 2 },
})
