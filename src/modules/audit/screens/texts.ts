import type { Label } from '../../../language/label.ts'

/** The words of the screens of the audit. */
export const auditTexts = {
  'page.title': { zh: '报告数据检查', en: 'Audit a report' },
  'page.hint': {
    zh: '放入任意一份报告，查找相互矛盾的数字。文件读入内存后即从服务器删除，半小时后内存中也不再保留；只有您的标注会保存。',
    en: 'Put in any report and find figures that contradict each other. The file is deleted from the server once it is read and forgotten after half an hour; only your marks are kept.',
  },
  'page.drop': { zh: '把报告拖到这里，或点击选择文件', en: 'Drop a report here, or choose a file' },
  'page.kinds': {
    zh: '支持 .docx、.pdf（有文字层）、.xlsx、.html、.txt、.md，200 页左右的报告只需几秒',
    en: '.docx, .pdf with text, .xlsx, .html, .txt, .md; a report of 200 pages takes seconds',
  },
  'page.checks': { zh: '检查内容：{kinds}。', en: 'What is checked: {kinds}.' },
  'page.against': { zh: '上年报告（可选）', en: "Last year's report (optional)" },
  'page.against-chosen': { zh: '上年报告：{name}', en: 'Last year: {name}' },
  'page.against-other': { zh: '换上年报告', en: "Another last year's report" },
  'page.sending': { zh: '正在上传“{name}”…', en: 'Sending "{name}" …' },
  'page.remove': { zh: '移除', en: 'Remove' },
  'page.names': { zh: '同义名称', en: 'Names that mean the same' },
  'page.other': { zh: '换一份', en: 'Another report' },
  'page.export': { zh: '导出', en: 'Export' },
  'page.waiting': { zh: '“{name}”已送达，等待读取…', en: '"{name}" has arrived and waits to be read …' },
  'page.reading': { zh: '正在读取“{name}”…', en: 'Reading "{name}" …' },
  'page.checking': { zh: '正在核对“{name}”中的数字…', en: 'Comparing the figures of "{name}" …' },
  'page.cancel': { zh: '取消', en: 'Cancel' },
  'page.failed': { zh: '检查', en: 'The audit' },
  'export.original': { zh: '原 Word 文档（加批注）', en: 'The Word document itself, with comments' },
  'export.docx': { zh: 'Word（文字和批注）', en: 'Word, the text with comments' },
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
  'found.count': { zh: '发现 {count} 处', en: 'Findings: {count}' },
  'found.list': { zh: '检查结果', en: 'Findings' },
  'found.document': { zh: '文档', en: 'Document' },
  'found.all': { zh: '全部', en: 'All' },
  'found.more': { zh: '还有 {count} 处', en: '{count} more places' },
  'found.fold': { zh: '收起', en: 'Fewer' },
  'found.keys': {
    zh: 'j / k 下一处、上一处 · 1 属实 · 2 有原因 · 3 误报 · u 撤销',
    en: 'j / k next, previous · 1 true · 2 explained · 3 wrong · u undo',
  },
  'found.confidence': { zh: '可信度 {percent}%', en: '{percent} % sure' },
  'found.perhaps': { zh: '可能的原因：{reasons}', en: 'Perhaps: {reasons}' },
  'found.unreadable': {
    zh: '第 {pages} 页是扫描图像，没有读取。',
    en: 'Pages {pages} are scanned pictures and were not read.',
  },
  'found.unreadable-many': {
    zh: '共 {count} 页是扫描图像，没有读取（第 {pages} 页等）。',
    en: '{count} pages are scanned pictures and were not read (pages {pages} and more).',
  },

  'found.hidden': {
    zh: '文件中隐藏的内容没有读取：{parts}。含有隐藏行、列的表，其合计只作提示。',
    en: 'What the file hides was not read: {parts}. Sums of tables with hidden rows or columns are hints only.',
  },

  'filter.kind': { zh: '类型', en: 'Kind' },
  'filter.all-kinds': { zh: '全部类型', en: 'All kinds' },
  'filter.mark': { zh: '标注', en: 'Mark' },
  'filter.all-marks': { zh: '标注不限', en: 'Any mark' },
  'filter.open': { zh: '未标注', en: 'Not marked' },
  'filter.none': { zh: '没有符合条件的发现', en: 'No finding passes' },
  'filter.clear': { zh: '显示全部', en: 'Show all' },

  'mark.undo': { zh: '撤销上一步', en: 'Undo' },
  'mark.take-back': { zh: '取消标注', en: 'Take back' },
  'mark.reason': { zh: '说明原因，下次遇到同样情况时会显示', en: 'Say why; it is shown when the same is found again' },
  'mark.cancel': { zh: '取消', en: 'Cancel' },
  'mark.own': { zh: '您标为“{verdict}”', en: 'You said: {verdict}' },
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
