import { Progress } from 'antd'
import { Loading } from '../../../web/kit/loading.tsx'
import type { WirePreparing } from '../wire.ts'
import { useTeachingTexts } from './use-teaching-texts.ts'

/** While a page waits: for its answer, or for figures of many classes that are computed first. */
export function Preparing({
  preparing,
  rows,
}: {
  readonly preparing: WirePreparing['preparing'] | undefined
  readonly rows: number
}) {
  const t = useTeachingTexts()
  if (!preparing) return <Loading rows={rows} />
  const { done, total } = preparing
  return (
    <section className="teaching-preparing" role="status">
      <p>{t('preparing', { done, total })}</p>
      <Progress strokeColor="var(--teal)" percent={Math.floor((done * 100) / total)} />
    </section>
  )
}
