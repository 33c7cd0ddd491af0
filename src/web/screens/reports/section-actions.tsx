import { App, Button } from 'antd'
import { useState } from 'react'
import type { SectionAction, WireReportSection, WireSectionContent } from '../../../language/wire-reports.ts'
import { api } from '../../kit/api.ts'
import { ConfirmComment } from '../../kit/confirm-comment.tsx'
import { sectionPath } from './queries.ts'
import { useReportTexts } from './use-report-texts.ts'

interface SectionActionsProps {
  readonly reportId: string
  readonly section: WireReportSection
  /** Saves first; resolves to the version to act on, or undefined when saving did not work. */
  readonly onBefore: () => Promise<number | undefined>
  readonly onDone: (section: WireSectionContent) => void
}

const ACTIONS: readonly SectionAction[] = ['return', 'submit', 'approve']

/** Hands the section on: submitted by whoever writes it, approved or returned by whoever reviews it. */
export function SectionActions({ reportId, section, onBefore, onDone }: SectionActionsProps) {
  const t = useReportTexts()
  const { message } = App.useApp()
  const [asked, setAsked] = useState<SectionAction>()
  async function act(action: SectionAction, comment: string) {
    const version = await onBefore()
    if (version === undefined) {
      void message.warning(t('section.save-first'))
      return
    }
    onDone(
      await api.post<WireSectionContent>(`${sectionPath(reportId, section.id)}/actions/${action}`, {
        version,
        ...(comment === '' ? {} : { comment }),
      }),
    )
    void message.success(t(`section.${action}-done`))
  }
  return (
    <>
      {ACTIONS.filter((action) => section.can.includes(action)).map((action) => (
        <Button key={action} type={action === 'return' ? 'default' : 'primary'} onClick={() => setAsked(action)}>
          {t(`section.${action}`)}
        </Button>
      ))}
      {asked && (
        <ConfirmComment
          title={t(`section.${asked}-title`, { title: section.title })}
          comment={asked === 'return' ? 'required' : 'optional'}
          okText={t(`section.${asked}`)}
          onConfirm={(comment) => act(asked, comment)}
          onClose={() => setAsked(undefined)}
        >
          <p className="dialog-hint">{t(`section.${asked}-hint`)}</p>
        </ConfirmComment>
      )}
    </>
  )
}
