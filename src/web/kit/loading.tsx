import { Skeleton } from 'antd'
import { useTexts } from './use-texts.ts'

/** The shape of what is coming. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const t = useTexts()
  return (
    <div className="loading" role="status" aria-label={t('common.loading')}>
      <div aria-hidden>
        <Skeleton active title={{ width: '30%' }} paragraph={{ rows }} />
      </div>
    </div>
  )
}
