import { chart, doc, figure, figureTable, paragraph, recordTable } from '../language/document.ts'
import { defineReport } from '../language/report.ts'

/** The yearly report of the made-up college: prose with figures, a table, a chart of records, an annex. */
export const toolsReport = defineReport({
  name: 'tools-report',
  label: { zh: '工具年报', en: 'Yearly report of tools' },
  cover: {
    publicForm: { zh: '学院网站', en: 'Website of the college' },
    declaration: [{ zh: '内容真实。', en: 'All of it is true.' }],
  },
  sections: [
    {
      key: 'preface',
      title: { zh: '前言', en: 'Preface' },
      owner: 'yard',
      numbered: false,
      dueDaysBefore: 10,
      content: doc(paragraph('本院的工具年报。')),
    },
    {
      key: 'tools',
      title: { zh: '工具', en: 'Tools' },
      owner: 'stores',
      dueDaysBefore: 30,
      sections: [
        {
          key: 'tools.stock',
          title: { zh: '存量', en: 'Stock' },
          owner: 'stores',
          dueDaysBefore: 40,
          content: doc(
            paragraph(
              '共有工具 ',
              figure('t.tools', { unit: true }),
              '，上一年度 ',
              figure('t.tools', { period: '@previous' }),
              '；电动占 ',
              figure('t.power-share', { unit: true }),
              '（',
              figure('t.power-share', { part: 'numerator' }),
              ' / ',
              figure('t.power-share', { part: 'denominator' }),
              '）。',
            ),
            recordTable('tools-list'),
            chart('tools-by-kind'),
          ),
        },
        {
          key: 'tools.loans',
          title: { zh: '借用', en: 'Loans' },
          owner: 'yard',
          dueDaysBefore: 40,
          content: doc(paragraph('借用 ', figure('t.loans', { unit: true }), '。'), figureTable('tools-table')),
        },
      ],
    },
  ],
  charts: [
    {
      name: 'tools-by-kind',
      caption: { zh: '工具类别', en: 'Kinds of tools' },
      kind: 'bar',
      data: { register: 'tools', by: 'kind' },
    },
  ],
  recordTables: [
    {
      name: 'tools-list',
      caption: { zh: '工具清单', en: 'List of tools' },
      register: 'tools',
      columns: ['name', 'kind', 'workshop', 'total'],
      order: 'name',
      total: ['total'],
    },
  ],
  annex: ['tools-table'],
})
