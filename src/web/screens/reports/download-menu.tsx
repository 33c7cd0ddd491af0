import { CloseOutlined, DownOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { useRef, useState } from 'react'
import { useErrorText } from '../../kit/error-state.tsx'
import { fetchFile } from './fetch-file.ts'
import { useReportTexts } from './use-report-texts.ts'

const FILES = ['report.docx', 'report.pdf', 'index.html', 'figures.json'] as const
type FileName = (typeof FILES)[number]

interface DownloadMenuProps {
  readonly reportId: string
  /** What the saved files are called, without their ending. */
  readonly name: string
}

/** Downloads of the report as it now stands; the server makes them when asked, which takes some seconds. */
export function DownloadMenu({ reportId, name }: DownloadMenuProps) {
  const t = useReportTexts()
  const { message } = App.useApp()
  const errorText = useErrorText()
  const [busy, setBusy] = useState<{ readonly file: FileName; readonly share: number | undefined }>()

  const running = useRef<AbortController>(undefined)

  async function download(file: FileName) {
    const controller = new AbortController()
    running.current = controller
    setBusy({ file, share: undefined })
    try {
      const ending = file.slice(file.lastIndexOf('.'))
      const tell = (share: number) => setBusy({ file, share })
      await fetchFile(`/api/reports/${reportId}/files/${file}`, `${name}${ending}`, tell, controller.signal)
      void message.success(t('download.done', { file: t(`file.${file}`) }))
    } catch (error) {
      if (!controller.signal.aborted) void message.error(errorText(error))
    } finally {
      setBusy(undefined)
    }
  }

  const text = !busy
    ? t('download.title')
    : busy.share === undefined
      ? t('download.making', { file: t(`file.${busy.file}`) })
      : t('download.receiving', { share: Math.round(busy.share * 100) })
  return (
    <>
      <Dropdown
        trigger={['click']}
        disabled={busy !== undefined}
        menu={{
          items: FILES.map((file) => ({ key: file, label: t(`file.${file}`) })),
          onClick: ({ key }) => void download(key as FileName),
        }}
      >
        <Button loading={busy !== undefined}>
          {text} {!busy && <DownOutlined aria-hidden />}
        </Button>
      </Dropdown>
      {busy && (
        <Button
          icon={<CloseOutlined aria-hidden />}
          aria-label={t('download.cancel')}
          title={t('download.cancel')}
          onClick={() => running.current?.abort()}
        />
      )}
      <span className="sr-only" role="status">
        {busy ? text : ''}
      </span>
    </>
  )
}
