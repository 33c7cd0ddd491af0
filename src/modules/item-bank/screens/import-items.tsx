import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Modal } from 'antd'
import { useState } from 'react'
import { queryOf, upload } from '../../../web/kit/api.ts'
import { download } from '../../../web/kit/download.ts'
import { DropZone } from '../../../web/kit/drop-zone.tsx'
import { useErrorText } from '../../../web/kit/error-state.tsx'
import { useLang } from '../../../web/kit/use-lang.tsx'
import type { WireImport } from '../wire.ts'
import { useItemTexts } from './use-item-texts.ts'

/** A file of items: what each would become first, then they are written. */
export function ImportItems({ course, onClose }: { readonly course: string; readonly onClose: () => void }) {
  const t = useItemTexts()
  const { lang } = useLang()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const client = useQueryClient()
  const [file, setFile] = useState<File>()
  const [found, setFound] = useState<WireImport>()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function send(chosen: File, accept: boolean) {
    setFile(chosen)
    setBusy(true)
    setProblem(undefined)
    try {
      const answer = await upload<WireImport>(`/items/imports${queryOf({ course, accept: String(accept) })}`, chosen)
      if (!accept) return setFound(answer)
      void message.success(t('import-done', { n: answer.written }))
      await client.invalidateQueries({ queryKey: ['items'] })
      onClose()
    } catch (error) {
      setProblem(errorText(error))
    } finally {
      setBusy(false)
    }
  }

  const count = (state: string) => found?.drafts.filter((draft) => draft.state === state).length ?? 0
  const fresh = count('new')
  return (
    <Modal
      open
      width={760}
      title={t('import-title')}
      onCancel={onClose}
      footer={
        found && (
          <>
            <Button onClick={() => setFound(undefined)}>{t('import-other')}</Button>
            <Button type="primary" disabled={fresh === 0} loading={isBusy} onClick={() => void send(file!, true)}>
              {t('import-accept', { n: fresh })}
            </Button>
          </>
        )
      }
    >
      {problem && <Alert type="error" showIcon title={problem} />}
      {!found && (
        <>
          <DropZone
            text={isBusy ? t('import-reading') : t('import-drop')}
            hint={t('import-hint')}
            accept=".xlsx,.csv,.zip"
            onFile={(chosen) => void send(chosen, false)}
          />
          <Button type="link" onClick={() => download('/items/template.xlsx')}>
            {t('import-template')}
          </Button>
        </>
      )}
      {found?.drafts.length === 0 && <p>{t('import-none')}</p>}
      {found && found.drafts.length > 0 && (
        <>
          <p>{t('import-summary', { fresh, same: count('same'), faulty: count('faulty') })}</p>
          <div className="item-drafts">
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{t('import-where')}</th>
                  <th scope="col">{t('kind')}</th>
                  <th scope="col">{t('stem')}</th>
                  <th scope="col">{t('import-state')}</th>
                </tr>
              </thead>
              <tbody>
                {found.drafts.map((draft) => (
                  <tr key={draft.where} className={`item-draft-${draft.state}`}>
                    <td>{draft.where}</td>
                    <td>{draft.kind ? t(`kind.${draft.kind}`) : ''}</td>
                    <td>{draft.stem}</td>
                    <td>
                      {t(`draft.${draft.state}`)}
                      {draft.problems.map((one) => (
                        <p key={one.zh} className="form-problem">
                          {one[lang]}
                        </p>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </Modal>
  )
}
