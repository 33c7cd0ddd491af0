import { useTexts } from './use-texts.ts'

/** The shape of what is coming. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const t = useTexts()
  return (
    <div className="loading" role="status" aria-label={t('common.loading')}>
      <div className="skeleton" aria-hidden>
        {Array.from({ length: rows + 1 }, (_, line) => (
          <span key={line} />
        ))}
      </div>
    </div>
  )
}
