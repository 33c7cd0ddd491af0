import type { FigureStatus, Language } from '../../language/document.ts'

export type Labels = {
  contents: string
  listOfTables: string
  listOfPictures: string
  listOfCases: string
  table: string
  annexTable: string
  picture: string
  case: string
  /** Between a caption's number and its words. */
  captionColon: string
  annex: string
  notes: string
  unit: string
  missing: string
  publication: string
  publicForm: string
  publicAddress: string
  declaration: string
  college: string
  seal: string
  legalRepresentative: string
  signature: string
  period: string
  definition: string
  version: string
  value: string
  numerator: string
  denominator: string
  status: string
  statuses: Record<FigureStatus, string>
  rows: string
  showRows: string
  split: string
  close: string
  skip: string
  chartData: string
  category: string
  figureHint: string
  figureDetails: string
}

const zh: Labels = {
  contents: '目录',
  listOfTables: '表目录',
  listOfPictures: '图目录',
  listOfCases: '案例目录',
  table: '表',
  annexTable: '附表',
  picture: '图',
  case: '案例',
  captionColon: '：',
  annex: '附表',
  notes: '注',
  unit: '单位',
  missing: '—',
  publication: '公开形式及网址',
  publicForm: '公开形式',
  publicAddress: '公开网址',
  declaration: '内容真实性责任声明',
  college: '单位名称',
  seal: '（盖章）',
  legalRepresentative: '法定代表人',
  signature: '（签名）',
  period: '统计期',
  definition: '定义',
  version: '定义版本',
  value: '数值',
  numerator: '分子',
  denominator: '分母',
  status: '状态',
  statuses: { computed: '已计算', reviewed: '已复核', approved: '已批准', published: '已发布', missing: '暂缺' },
  rows: '支撑记录',
  showRows: '查看支撑记录',
  split: '分组',
  close: '关闭',
  skip: '跳到正文',
  chartData: '图表数据',
  category: '类别',
  figureHint: '查看指标说明',
  figureDetails: '指标说明',
}

const en: Labels = {
  contents: 'Contents',
  listOfTables: 'Tables',
  listOfPictures: 'Figures',
  listOfCases: 'Cases',
  table: 'Table',
  annexTable: 'Annex Table',
  picture: 'Figure',
  case: 'Case',
  captionColon: ': ',
  annex: 'Annex tables',
  notes: 'Note',
  unit: 'Unit',
  missing: '—',
  publication: 'Form and address of publication',
  publicForm: 'Form of publication',
  publicAddress: 'Published at',
  declaration: 'Declaration of responsibility',
  college: 'Institution',
  seal: ' (seal)',
  legalRepresentative: 'Legal representative',
  signature: ' (signature)',
  period: 'Period',
  definition: 'Definition',
  version: 'Version of the definition',
  value: 'Value',
  numerator: 'Numerator',
  denominator: 'Denominator',
  status: 'Status',
  statuses: {
    computed: 'Computed',
    reviewed: 'Reviewed',
    approved: 'Approved',
    published: 'Published',
    missing: 'Not available',
  },
  rows: 'Supporting records',
  showRows: 'Show the supporting records',
  split: 'Split by',
  close: 'Close',
  skip: 'Skip to the report',
  chartData: 'Data of the chart',
  category: 'Category',
  figureHint: 'about this figure',
  figureDetails: 'About the figures',
}

/** The fixed words of a printed report. */
export function labelsIn(language: Language): Labels {
  return language === 'en' ? en : zh
}
