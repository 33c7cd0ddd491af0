import { AlignmentType, LevelFormat, LineRuleType } from 'docx'
import type { ILevelsOptions, INumberingOptions, IStylesOptions } from 'docx'
import type { Language } from '../../language/document.ts'

export const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' }
export const hei = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '黑体' }
export const accent = '1F5A78'

/** A4 with 2.5 cm at the sides; all lengths in twentieths of a point. */
export const page = { width: 11906, height: 16838, side: 1417, top: 1640, bottom: 1474 }
export const textWidth = page.width - 2 * page.side

const inCase = { indent: { left: 240, right: 120, firstLine: 0, firstLineChars: 0 } }
const headingSizes = [32, 28, 26, 24]

/** Styles under Word's own names, so that a reader can restyle the file in the usual place. */
export function wordStyles(language: Language): IStylesOptions {
  const chinese = language === 'zh'
  const heading = (level: number) => ({
    run: { font: hei, size: headingSizes[level - 1] ?? 24, bold: true, color: level === 1 ? accent : '000000' },
    paragraph: {
      keepNext: true,
      outlineLevel: level - 1,
      numbering: { reference: 'headings', level: level - 1 },
      spacing: {
        before: level === 1 ? 480 : 300,
        after: level === 1 ? 240 : 160,
        line: 312,
        lineRule: LineRuleType.AUTO,
      },
    },
  })
  const contents = (level: number) => ({
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    next: 'Normal',
    run: { size: 22, bold: false },
    paragraph: { indent: { left: (level - 1) * 320 }, spacing: { before: level === 1 ? 100 : 20, after: 20 } },
  })
  return {
    default: {
      document: {
        run: { font: song, size: 24, language: { value: chinese ? 'zh-CN' : 'en-GB', eastAsia: 'zh-CN' } },
        paragraph: { spacing: { line: 312, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: hei, size: 60, bold: true, color: accent },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { before: 1800, after: 240, line: 360, lineRule: LineRuleType.AUTO },
        },
      },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
      heading4: heading(4),
    },
    paragraphStyles: [
      {
        id: 'BodyText',
        name: 'Body Text',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: {
          alignment: AlignmentType.BOTH,
          spacing: { line: 360, lineRule: LineRuleType.AUTO, after: chinese ? 0 : 120 },
          ...(chinese ? { indent: { firstLine: 480, firstLineChars: 200 } } : {}),
        },
      },
      {
        id: 'ListText',
        name: 'List Text',
        basedOn: 'Normal',
        paragraph: { spacing: { line: 360, lineRule: LineRuleType.AUTO } },
      },
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        run: { font: hei, size: 34 },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120 } },
      },
      {
        id: 'CoverText',
        name: 'Cover Text',
        basedOn: 'Normal',
        run: { font: hei, size: 32 },
        paragraph: { alignment: AlignmentType.CENTER },
      },
      {
        id: 'FrontHeading',
        name: 'Front Heading',
        basedOn: 'Normal',
        next: 'BodyText',
        run: { font: hei, size: 32, bold: true, color: accent },
        paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 400, after: 240 } },
      },
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        next: 'BodyText',
        run: { font: hei, size: 21 },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { before: 160, after: 100, line: 276, lineRule: LineRuleType.AUTO },
        },
      },
      {
        id: 'Picture',
        name: 'Picture',
        basedOn: 'Normal',
        next: 'Caption',
        paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 200, after: 40 } },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        run: { size: 20 },
        paragraph: {
          alignment: AlignmentType.LEFT,
          spacing: { before: 30, after: 30, line: 260, lineRule: LineRuleType.AUTO },
        },
      },
      {
        id: 'TableHead',
        name: 'Table Head',
        basedOn: 'TableText',
        run: { font: hei, size: 20, bold: true },
        paragraph: { alignment: AlignmentType.CENTER },
      },
      {
        id: 'TableNote',
        name: 'Table Note',
        basedOn: 'TableText',
        run: { size: 19, color: '4A555C' },
        paragraph: { spacing: { before: 60, after: 60 } },
      },
      {
        id: 'CaseText',
        name: 'Case Text',
        basedOn: 'BodyText',
        run: { size: 23 },
        paragraph: {
          border: { left: { style: 'single', size: 18, space: 8, color: accent } },
          shading: { type: 'clear', color: 'auto', fill: 'F1F5F7' },
          indent: { left: 240, right: 120, firstLine: chinese ? 460 : 0, ...(chinese ? { firstLineChars: 200 } : {}) },
        },
      },
      {
        id: 'CaseTitle',
        name: 'Case Title',
        basedOn: 'CaseText',
        next: 'CaseText',
        run: { font: hei, size: 24, bold: true, color: accent },
        paragraph: { keepNext: true, alignment: AlignmentType.LEFT, spacing: { before: 280 }, ...inCase },
      },
      {
        id: 'CasePicture',
        name: 'Case Picture',
        basedOn: 'CaseText',
        next: 'CaseCaption',
        paragraph: {
          ...inCase,
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: 0, line: 312, lineRule: LineRuleType.AUTO },
        },
      },
      {
        id: 'CaseCaption',
        name: 'Case Caption',
        basedOn: 'CaseText',
        next: 'CaseText',
        run: { font: hei, size: 21 },
        paragraph: { ...inCase, alignment: AlignmentType.CENTER },
      },
      contents(1),
      contents(2),
      contents(3),
      contents(4),
      {
        id: 'TableofFigures',
        name: 'table of figures',
        basedOn: 'Normal',
        run: { size: 22 },
        paragraph: { spacing: { before: 40, after: 20 } },
      },
      {
        id: 'Header',
        name: 'header',
        basedOn: 'Normal',
        run: { font: hei, size: 18, color: '4A555C' },
        paragraph: {
          alignment: AlignmentType.CENTER,
          border: { bottom: { style: 'single', size: 4, space: 4, color: 'B9C4CB' } },
        },
      },
      {
        id: 'Footer',
        name: 'footer',
        basedOn: 'Normal',
        run: { font: hei, size: 19 },
        paragraph: { alignment: AlignmentType.CENTER },
      },
    ],
  }
}

/** Numbering of headings (1, 1.1, …), bullets, and one list definition per first number an ordered list starts with. */
export function wordNumbering(listStarts: Iterable<number>): INumberingOptions {
  const indented = (level: number) => ({ paragraph: { indent: { left: 840 + level * 420, hanging: 360 } } })
  const levels = [0, 1, 2, 3]
  return {
    config: [
      {
        reference: 'headings',
        levels: levels.map((level): ILevelsOptions => ({
          level,
          format: LevelFormat.DECIMAL,
          text: levels
            .slice(0, level + 1)
            .map((above) => `%${above + 1}`)
            .join('.'),
          alignment: AlignmentType.LEFT,
          suffix: 'space',
          style: { paragraph: { indent: { left: 0, firstLine: 0 } }, style: `Heading${level + 1}` },
        })),
      },
      {
        reference: 'bullets',
        levels: levels.map((level): ILevelsOptions => ({
          level,
          format: LevelFormat.BULLET,
          text: level % 2 === 0 ? '•' : '–',
          alignment: AlignmentType.LEFT,
          style: indented(level),
        })),
      },
      ...[...new Set(listStarts)].map((start) => ({
        reference: `ordered-${start}`,
        levels: levels.map((level): ILevelsOptions => ({
          level,
          start: level === 0 ? start : 1,
          format: LevelFormat.DECIMAL,
          text: `%${level + 1}.`,
          alignment: AlignmentType.LEFT,
          style: indented(level),
        })),
      })),
    ],
  }
}
