import type { Label } from '../../../language/label.ts'

/** The words of the screens of the audit. */
export const auditTexts = {
  'page.title': { zh: '报告数据检查', en: 'Audit a report' },
  'page.hint': {
    zh: '放入任意一份报告，查找相互矛盾的数字。文件只在本服务器上处理。',
    en: 'Put in any report and find figures that contradict each other. The file stays on this server.',
  },
  'page.drop': { zh: '把报告拖到这里，或点击选择文件', en: 'Drop a report here, or choose a file' },
  'page.kinds': {
    zh: '支持 .docx、.pdf（有文字层）、.xlsx、.html、.txt、.md，200 页左右的报告只需几秒',
    en: '.docx, .pdf with text, .xlsx, .html, .txt, .md; a report of 200 pages takes seconds',
  },
  'page.against': { zh: '上年报告（可选）', en: 'Last year’s report (optional)' },
  'page.against-chosen': { zh: '上年报告：{name}', en: 'Last year: {name}' },
  'page.remove': { zh: '移除', en: 'Remove' },
  'page.names': { zh: '同义名称', en: 'Names that mean the same' },
  'page.other': { zh: '换一份', en: 'Another report' },
  'page.export': { zh: '导出', en: 'Export' },
  'page.busy': { zh: '正在读取和检查“{name}”…', en: 'Reading and checking "{name}" …' },
  'page.failed': { zh: '检查', en: 'The audit' },
  'export.docx': { zh: 'Word（带批注）', en: 'Word, with comments' },
  'export.xlsx': { zh: 'Excel', en: 'Excel' },
  'export.json': { zh: 'JSON', en: 'JSON' },

  'own.title': { zh: '数据检查：{name}', en: 'Audit: {name}' },
  'own.hint': {
    zh: '按现在会印出的内容检查；改正后重新检查。',
    en: 'Of the report as it would be printed now. Check again after a correction.',
  },
  'own.back': { zh: '回到报告', en: 'Back to the report' },
  'own.again': { zh: '重新检查', en: 'Check again' },

  'glance.busy': { zh: '正在检查数据是否一致…', en: 'Checking whether figures agree …' },
  'glance.clean': { zh: '数据检查：没有发现矛盾。', en: 'Audit: no contradictions found.' },
  'glance.found': {
    zh: '数据检查：{serious} 处严重、{notable} 处需注意，尚未标注。',
    en: 'Audit: {serious} serious and {notable} notable findings without a mark.',
  },
  'glance.look': { zh: '查看', en: 'Look' },
  'glance.failed': { zh: '数据检查没有完成。', en: 'The audit did not finish.' },

  'found.none': { zh: '没有发现矛盾', en: 'No contradictions found' },
  'found.none-hint': {
    zh: '程序只报告有把握的矛盾；没有发现不等于没有。',
    en: 'Only what is fairly sure is reported; nothing found is no proof.',
  },
  'found.count': { zh: '发现 {count} 处', en: '{count} findings' },
  'found.list': { zh: '检查结果', en: 'Findings' },
  'found.document': { zh: '文档', en: 'Document' },
  'found.all': { zh: '全部', en: 'All' },
  'found.marked': { zh: '已标注', en: 'Marked' },
  'found.confidence': { zh: '可信度 {percent}%', en: '{percent} % sure' },
  'found.perhaps': { zh: '可能的原因：{reasons}', en: 'Perhaps: {reasons}' },
  'found.unreadable': {
    zh: '第 {pages} 页是扫描图像，没有读取。',
    en: 'Pages {pages} are scanned pictures and were not read.',
  },
  'severity.serious': { zh: '严重', en: 'Serious' },
  'severity.notable': { zh: '注意', en: 'Notable' },
  'severity.minor': { zh: '轻微', en: 'Minor' },
  'place.page': { zh: '第 {page} 页', en: 'page {page}' },
  'place.paragraph': { zh: '第 {paragraph} 段', en: 'paragraph {paragraph}' },
  'place.cell': { zh: '第 {table} 个表 {row} 行 {column} 列', en: 'table {table}, row {row}, column {column}' },
  'place.table': { zh: '第 {table} 个表', en: 'table {table}' },
  'place.elsewhere': { zh: '另一份报告', en: 'the other report' },

  'mark.true': { zh: '属实', en: 'True' },
  'mark.explained': { zh: '有原因', en: 'Explained' },
  'mark.wrong': { zh: '误报', en: 'Wrong' },
  'mark.undo': { zh: '撤销', en: 'Take back' },
  'mark.reason': { zh: '说明原因，下次遇到同样情况时会显示', en: 'Say why; it is shown when the same is found again' },
  'mark.save': { zh: '保存', en: 'Save' },
  'mark.cancel': { zh: '取消', en: 'Cancel' },
  'mark.said': { zh: '{by} 标为“{verdict}”', en: '{by} said: {verdict}' },
  'mark.said-before': {
    zh: '{by} 在“{document}”中对同类情况标为“{verdict}”',
    en: '{by} said of the same in "{document}": {verdict}',
  },

  'names.hint': {
    zh: '每行一组，用顿号分开；同组的名称按同一数量比较。',
    en: 'One group a line, commas between; names of a group are compared as one quantity.',
  },
  'names.save': { zh: '保存', en: 'Save' },
  'names.saved': { zh: '已保存，下次检查时使用', en: 'Saved for the next audit' },
} as const satisfies Record<string, Label>
