import type { Label } from '../../language/index.ts'
import { useLang } from './use-lang.tsx'

interface FigureValueProps {
  /** As rounded and printed by the server; null when there is nothing to show. */
  readonly text: string | null
  readonly unit?: Label
  readonly size?: 'normal' | 'large'
}

/** A figure with its unit: digits of equal width, the unit quieter. */
export function FigureValue({ text, unit, size = 'normal' }: FigureValueProps) {
  const { lang } = useLang()
  const unitText = unit?.[lang] ?? ''
  return (
    <span className={`figure-value figure-${size}`}>
      <span className="figure-digits">{text === null || text === '' ? '—' : text}</span>
      {unitText !== '' && <span className="figure-unit">{unitText}</span>}
    </span>
  )
}
