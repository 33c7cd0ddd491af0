import { EditorContent, useEditor } from '@tiptap/react'
import { App } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { WireReport, WireSectionComment, WireSectionContent } from '../../../language/wire-reports.ts'
import { useSession } from '../../app/session.tsx'
import { api } from '../../kit/api.ts'
import { useErrorText } from '../../kit/error-state.tsx'
import { PageHeader } from '../../kit/page-header.tsx'
import { acceptSuggestion, rangeOfComment } from './accept-suggestion.ts'
import type { Anchor } from './comment-anchor.ts'
import { makeAnchor } from './comment-anchor.ts'
import { CompareDialog } from './compare-dialog.tsx'
import { figuresIn } from './document-walk.ts'
import { DraftOffer } from './draft-offer.tsx'
import { fromEditor, toEditor } from './editor-document.ts'
import { EditorDialogs } from './editor-dialogs.tsx'
import { leaveChosen } from './insert-node.ts'
import { editorExtensions } from './editor-extensions.ts'
import type { ToolbarRequest } from './editor-toolbar.tsx'
import { EditorToolbar } from './editor-toolbar.tsx'
import { FiguresProvider } from './figures-context.tsx'
import { LintLine } from './lint-line.tsx'
import { sectionPath, useReloadReport, useSectionComments } from './queries.ts'
import { setMarks } from './range-marks.ts'
import { reportAddress } from './report-places.ts'
import { SaveStatus } from './save-status.tsx'
import { SectionActions } from './section-actions.tsx'
import { SectionNotices } from './section-notices.tsx'
import { SectionSide } from './section-side.tsx'
import { SectionSteps } from './section-steps.tsx'
import { showFigure, showRange } from './show-in-text.ts'
import { SectionStateTag } from './state-tags.tsx'
import { runsOf } from './text-runs.ts'
import { useAutosave } from './use-autosave.ts'
import { useReportTexts } from './use-report-texts.ts'

interface SectionEditorProps {
  readonly report: WireReport
  /** The section as it was first read; from then on the editor holds it. */
  readonly first: WireSectionContent
}

/** A comment speaks of words, not of pages. */
const LONGEST_QUOTE = 600

/** Writes a section: text, tools, what is said about it, what is behind its figures. */
export function SectionEditor({ report, first }: SectionEditorProps) {
  const t = useReportTexts()
  const account = useSession()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const reload = useReloadReport(report.id)
  const [, setSearch] = useSearchParams()
  const [section, setSection] = useState(first)
  const [content, setContent] = useState(first.content)
  const [request, setRequest] = useState<ToolbarRequest>()
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<string>()
  const [anchor, setAnchor] = useState<Anchor>()
  const [theirs, setTheirs] = useState<WireSectionContent>()
  const autosave = useAutosave(account.id, report.id, first)
  const comments = useSectionComments(report.id, first.id).data
  const mayEdit = section.can.includes('edit')
  const openSide = (tab: string) =>
    setSearch((old) => new URLSearchParams([...[...old].filter(([name]) => name !== 'side'), ['side', tab]]), {
      replace: true,
    })

  // Made once: the editor keeps its plugins.
  const [extensions] = useState(() =>
    editorExtensions({
      onPick: setPicked,
      onTrigger: (character) => {
        setTyped(character)
        setRequest('figure')
      },
    }),
  )
  const editor = useEditor({
    extensions,
    content: toEditor(first.content),
    editable: mayEdit,
    editorProps: {
      attributes: { class: 'doc', 'aria-label': first.title, role: 'textbox', 'aria-multiline': 'true' },
    },
    onCreate: ({ editor: now }) => leaveChosen(now),
    onUpdate: ({ editor: now }) => {
      const next = fromEditor(now.getJSON())
      setContent(next)
      autosave.saver.change(next)
    },
  })
  useEffect(() => editor.setEditable(mayEdit, false), [editor, mayEdit])
  useEffect(() => {
    if (picked) openSide('comments')
    // eslint-disable-next-line react-hooks/exhaustive-deps -- opened when a passage is picked, not when the address changes
  }, [picked])
  useEffect(() => {
    if (editor.isDestroyed) return
    const open = (comments ?? []).filter((one) => one.resolvedAt === null)
    const marks = open.flatMap((one) => {
      const range = rangeOfComment(editor, one)
      return range ? [{ ...range, id: one.id, className: 'commented' }] : []
    })
    setMarks(editor.view, 'comments', marks)
  }, [editor, comments])

  const used = useMemo(() => figuresIn(content), [content])
  const live = report.sections.find((one) => one.id === section.id)
  const shown = { ...section, ...(live && live.version >= section.version ? live : {}), content }

  async function readTheirs() {
    try {
      return await api.get<WireSectionContent>(sectionPath(report.id, section.id))
    } catch (error) {
      void message.error(errorText(error))
      return undefined
    }
  }
  async function compare() {
    setTheirs(await readTheirs())
  }
  async function refresh() {
    const next = await readTheirs()
    if (next) takeTheirs(next)
  }
  function takeTheirs(next: WireSectionContent) {
    editor.commands.setContent(toEditor(next.content))
    autosave.saver.rebase(next)
    setSection(next)
    setTheirs(undefined)
  }
  function ask(what: ToolbarRequest) {
    if (what !== 'comment') {
      setTyped('')
      setRequest(what)
      return
    }
    const { from, to } = editor.state.selection
    const made = makeAnchor(runsOf(editor.state.doc), from, to)
    if (made && made.quote.length > LONGEST_QUOTE) void message.warning(t('comments.too-long'))
    else {
      setAnchor(made)
      openSide('comments')
    }
  }
  const find = (comment: WireSectionComment) => {
    const range = rangeOfComment(editor, comment)
    if (range) showRange(editor, range)
    else void message.info(t('comments.words-gone'))
  }

  return (
    <FiguresProvider report={report} used={used}>
      <PageHeader
        title={`${shown.number} ${shown.title}`.trim()}
        tags={<SectionStateTag state={shown.state} />}
        subtitle={mayEdit && <SaveStatus autosave={autosave} onCompare={() => void compare()} />}
        back={{ to: reportAddress(report.id), text: t('section.back') }}
        actions={
          <SectionActions
            reportId={report.id}
            section={section}
            onBefore={async () => ((await autosave.saver.flush()) ? autosave.saver.view().version : undefined)}
            onDone={(next) => {
              setSection(next)
              autosave.saver.rebase(next)
              void reload()
            }}
          />
        }
      />
      <SectionNotices
        report={report}
        section={shown}
        mayEdit={mayEdit}
        isBehind={autosave.state === 'saved' && live !== undefined && live.version > autosave.version}
        onRefresh={() => void refresh()}
      />
      {mayEdit && (
        <DraftOffer
          accountId={account.id}
          section={first}
          onRestore={(draft) => editor.commands.setContent(toEditor(draft))}
        />
      )}
      <div className="section-columns">
        <div className="section-main">
          {mayEdit ? (
            <EditorToolbar editor={editor} onRequest={ask} />
          ) : (
            <ReadingTools onComment={() => ask('comment')} />
          )}
          <EditorContent editor={editor} className={`doc-paper${mayEdit ? '' : ' doc-closed'}`} />
          {mayEdit && <LintLine editor={editor} />}
          <SectionSteps report={report} sectionId={section.id} />
        </div>
        <SectionSide
          report={report}
          section={shown}
          used={used}
          onFigure={(reference) => showFigure(editor, reference)}
          comments={{
            mayComment: section.can.includes('comment'),
            anchor,
            onAnchor: setAnchor,
            picked,
            onFind: find,
            onAccept: mayEdit ? (comment) => acceptSuggestion(editor, comment) : undefined,
          }}
        />
      </div>
      <EditorDialogs
        editor={editor}
        report={report}
        request={request}
        typed={typed}
        onClose={() => setRequest(undefined)}
      />
      {theirs && (
        <CompareDialog
          title={t('compare.stale')}
          hint={t('compare.stale-hint')}
          theirs={theirs.content}
          mine={content}
          onTheirs={() => takeTheirs(theirs)}
          onMine={() => {
            autosave.saver.rebase(theirs)
            setSection(theirs)
            setTheirs(undefined)
          }}
          onClose={() => setTheirs(undefined)}
        />
      )}
    </FiguresProvider>
  )
}

/** Where the text is closed, words can still be commented on. */
function ReadingTools({ onComment }: { readonly onComment: () => void }) {
  const t = useReportTexts()
  return (
    <div className="editor-toolbar">
      <button
        type="button"
        className="tool tool-strong"
        onMouseDown={(event) => event.preventDefault()}
        onClick={onComment}
      >
        {t('tool.comment')}
      </button>
    </div>
  )
}
