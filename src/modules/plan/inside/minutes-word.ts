import { BorderStyle, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { stateLabel } from '../../../language/usual.ts'
import { hei, page, song } from '../../../engine/reports/word-styles.ts'
import type { Lang } from '../../../language/label.ts'
import { factsIn } from './agenda-reasons.ts'
import type { WireItem, WireMeeting } from '../wire-run.ts'

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '888888' }
/** Shares of the width: number, subject and facts, decision, responsible, date, state. */
const WIDTHS = [6, 30, 24, 14, 14, 12] as const
/** The words of the file; what the college wrote stays as it is. */
const WORDS = {
  zh: {
    head: ['序号', '议题与情况', '决议', '负责人', '期限', '状态'],
    facts: ['计划', '日期', '地点', '主持人', '参会人员'],
    colon: '：',
    title: (name: string) => `${name}纪要`,
    open: '一、以前决议落实情况',
    openNone: '以前的决议都已办结。',
    agenda: '二、议题与决议',
    agendaNone: '没有议题。',
    outcome: '落实',
  },
  en: {
    head: ['No.', 'Subject and facts', 'Decision', 'Responsible', 'Due on', 'State'],
    facts: ['Plan', 'Held on', 'Place', 'Chair', 'Present'],
    colon: ': ',
    title: (name: string) => `Minutes: ${name}`,
    open: '1. Open decisions of earlier meetings',
    openNone: 'Every earlier decision is done and checked.',
    agenda: '2. Agenda and decisions',
    agendaNone: 'Nothing was on the agenda.',
    outcome: 'Done',
  },
} as const

/** The minutes of a meeting as a Word file (.docx), in one language: a head, what was open, the agenda with its decisions. */
export async function minutesWord({ meeting, plan, open, agenda }: WireMeeting, lang: Lang): Promise<Buffer> {
  const words = WORDS[lang]
  const { name, heldOn, place, attendees, minutes } = meeting.values
  const facts = [plan.name, textOf(heldOn), textOf(place), meeting.titles['chair'] ?? '', textOf(attendees)].flatMap(
    (value, i) => (value === '' ? [] : [`${words.facts[i]}${words.colon}${value}`]),
  )
  const document = new Document({
    title: textOf(name),
    styles: { default: { document: { run: { font: song, size: 22 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: { top: page.top, bottom: page.bottom, left: page.side, right: page.side },
          },
        },
        children: [
          heading(words.title(textOf(name)), 36),
          ...facts.map(line),
          ...textOf(minutes).split('\n').filter(Boolean).map(line),
          heading(words.open),
          open.length === 0 ? line(words.openNone) : items(open, lang),
          heading(words.agenda),
          agenda.length === 0 ? line(words.agendaNone) : items(agenda, lang),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

const heading = (text: string, size = 26) =>
  new Paragraph({
    spacing: { before: 240, after: 120 },
    children: [new TextRun({ text, bold: true, font: hei, size })],
  })
const line = (text: string) => new Paragraph({ spacing: { after: 60 }, children: [new TextRun(text)] })

function items(rows: readonly WireItem[], lang: Lang): Table {
  const words = WORDS[lang]
  const cell = (text: string, width: number, isHead = false) =>
    new TableCell({
      width: { size: width, type: WidthType.PERCENTAGE },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      children: text
        .split('\n')
        .map((part) => new Paragraph({ children: [new TextRun({ text: part, size: 20, bold: isHead })] })),
    })
  const row = (texts: readonly string[], isHead = false) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map((text, i) => cell(text, WIDTHS[i] ?? 10, isHead)),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: [
      row(words.head, true),
      ...rows.map(({ record: { values, titles, state } }, i) =>
        row([
          String(i + 1),
          [textOf(values['subject']), factsIn(textOf(values['facts']), lang)].filter(Boolean).join('\n'),
          [
            textOf(values['decision']),
            textOf(values['outcome']) && `${words.outcome}${words.colon}${textOf(values['outcome'])}`,
          ]
            .filter(Boolean)
            .join('\n'),
          titles['responsible'] ?? '',
          textOf(values['dueOn']),
          stateLabel(state)[lang],
        ]),
      ),
    ],
  })
}
