import { BorderStyle, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { stateLabel } from '../../../language/usual.ts'
import { hei, page, song } from '../../../engine/reports/word-styles.ts'
import type { WireItem, WireMeeting } from '../wire-run.ts'

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
const LINE = { style: BorderStyle.SINGLE, size: 4, color: '888888' }
/** Shares of the width: number, subject and facts, decision, responsible, date, state. */
const WIDTHS = [6, 34, 28, 11, 12, 9] as const
const HEAD = ['序号', '议题与情况', '决议', '负责人', '期限', '状态'] as const

/** The minutes of a meeting as a Word file (.docx), in Chinese: a head, what was open, the agenda with its decisions. */
export async function minutesWord({ meeting, plan, open, agenda }: WireMeeting): Promise<Buffer> {
  const { name, heldOn, place, attendees, minutes } = meeting.values
  const facts = [
    ['计划', plan.name],
    ['日期', textOf(heldOn)],
    ['地点', textOf(place)],
    ['主持人', meeting.titles['chair'] ?? ''],
    ['参会人员', textOf(attendees)],
  ].filter(([, value]) => value !== '')
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
          heading(`${textOf(name)}纪要`, 36),
          ...facts.map(([label, value]) => line(`${label}：${value}`)),
          ...textOf(minutes).split('\n').filter(Boolean).map(line),
          heading('一、以前决议落实情况'),
          open.length === 0 ? line('以前的决议都已办结。') : items(open),
          heading('二、议题与决议'),
          agenda.length === 0 ? line('没有议题。') : items(agenda),
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

function items(rows: readonly WireItem[]): Table {
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
      row(HEAD, true),
      ...rows.map(({ record: { values, titles, state } }, i) =>
        row([
          String(i + 1),
          [textOf(values['subject']), textOf(values['facts'])].filter(Boolean).join('\n'),
          [textOf(values['decision']), textOf(values['outcome']) && `落实：${textOf(values['outcome'])}`]
            .filter(Boolean)
            .join('\n'),
          titles['responsible'] ?? '',
          textOf(values['dueOn']),
          stateLabel(state).zh,
        ]),
      ),
    ],
  })
}
