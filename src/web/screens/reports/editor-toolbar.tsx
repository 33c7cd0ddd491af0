import {
  BarChartOutlined,
  BoldOutlined,
  BookOutlined,
  ColumnHeightOutlined,
  CommentOutlined,
  ItalicOutlined,
  LinkOutlined,
  NumberOutlined,
  OrderedListOutlined,
  PictureOutlined,
  RedoOutlined,
  TableOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { Select } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import { insertNode } from './insert-node.ts'
import { useReportTexts } from './use-report-texts.ts'

/** What the toolbar asks the screen to open. */
export type ToolbarRequest = 'figure' | 'table' | 'chart' | 'picture' | 'link' | 'comment'

interface EditorToolbarProps {
  readonly editor: Editor
  readonly onRequest: (request: ToolbarRequest) => void
}

const LEVELS = [1, 2, 3] as const
type Level = (typeof LEVELS)[number]

/** The tools of the editor; arrow keys go from one to the next. */
export function EditorToolbar({ editor, onRequest }: EditorToolbarProps) {
  const t = useReportTexts()
  const now = useEditorState({
    editor,
    selector: ({ editor }) => ({
      isBold: editor.isActive('bold'),
      isItalic: editor.isActive('italic'),
      isLink: editor.isActive('link'),
      isBullets: editor.isActive('bulletList'),
      isNumbers: editor.isActive('orderedList'),
      isCase: editor.isActive('case'),
      level: LEVELS.find((level) => editor.isActive('heading', { level })) ?? (0 as const),
      canUndo: editor.can().undo(),
      canRedo: editor.can().redo(),
      isEmpty: editor.state.selection.empty,
    }),
  })
  const run = () => editor.chain().focus()
  return (
    <div className="editor-toolbar" role="toolbar" aria-label={t('tool.title')} onKeyDown={goAlong}>
      <Select
        size="small"
        aria-label={t('tool.style')}
        value={now.level}
        onChange={(level: 0 | Level) => (level === 0 ? run().setParagraph().run() : run().setHeading({ level }).run())}
        options={[
          { value: 0, label: t('tool.paragraph') },
          ...LEVELS.map((level) => ({ value: level, label: t('tool.heading', { level }) })),
        ]}
        popupMatchSelectWidth={false}
        className="tool-style"
      />
      <Tool text={t('tool.bold')} isOn={now.isBold} onClick={() => run().toggleBold().run()}>
        <BoldOutlined />
      </Tool>
      <Tool text={t('tool.italic')} isOn={now.isItalic} onClick={() => run().toggleItalic().run()}>
        <ItalicOutlined />
      </Tool>
      <Tool text={t('tool.bullets')} isOn={now.isBullets} onClick={() => run().toggleBulletList().run()}>
        <UnorderedListOutlined />
      </Tool>
      <Tool text={t('tool.numbers')} isOn={now.isNumbers} onClick={() => run().toggleOrderedList().run()}>
        <OrderedListOutlined />
      </Tool>
      <Tool text={t('tool.link')} isOn={now.isLink} onClick={() => onRequest('link')}>
        <LinkOutlined />
      </Tool>
      <span className="tool-gap" />
      <Tool text={t('tool.figure')} isStrong onClick={() => onRequest('figure')}>
        <NumberOutlined /> <span>{t('tool.figure-short')}</span>
      </Tool>
      <Tool text={t('tool.table')} onClick={() => onRequest('table')}>
        <TableOutlined />
      </Tool>
      <Tool text={t('tool.chart')} onClick={() => onRequest('chart')}>
        <BarChartOutlined />
      </Tool>
      <Tool text={t('tool.picture')} onClick={() => onRequest('picture')}>
        <PictureOutlined />
      </Tool>
      <Tool
        text={t('tool.case')}
        isOn={now.isCase}
        onClick={() =>
          now.isCase
            ? run().lift('case').run()
            : insertNode(editor, { type: 'case', attrs: { title: t('case.new') }, content: [{ type: 'paragraph' }] })
        }
      >
        <BookOutlined />
      </Tool>
      <Tool text={t('tool.page-break')} onClick={() => insertNode(editor, { type: 'pageBreak' })}>
        <ColumnHeightOutlined />
      </Tool>
      <span className="tool-gap" />
      <Tool text={t('tool.comment')} isOff={now.isEmpty} onClick={() => onRequest('comment')}>
        <CommentOutlined />
      </Tool>
      <Tool text={t('tool.undo')} isOff={!now.canUndo} onClick={() => run().undo().run()}>
        <UndoOutlined />
      </Tool>
      <Tool text={t('tool.redo')} isOff={!now.canRedo} onClick={() => run().redo().run()}>
        <RedoOutlined />
      </Tool>
    </div>
  )
}

interface ToolProps {
  readonly text: string
  readonly isOn?: boolean
  readonly isOff?: boolean
  readonly isStrong?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

function Tool({ text, isOn, isOff, isStrong, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      className={`tool${isStrong ? ' tool-strong' : ''}`}
      title={text}
      aria-label={text}
      aria-pressed={isOn}
      disabled={isOff}
      // The selection in the text stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      {children}
    </button>
  )
}

function goAlong(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
  if (!(event.target instanceof HTMLButtonElement)) return
  const tools = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
  const next = tools[tools.indexOf(event.target) + (event.key === 'ArrowRight' ? 1 : -1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}
