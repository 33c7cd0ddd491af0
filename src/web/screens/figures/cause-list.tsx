import { Link } from 'react-router'
import type { WireCause } from '../../../language/wire-figures.ts'
import { catalogue } from '../../app/catalogue.ts'
import { Trail } from '../../kit/trail.tsx'
import { useLang } from '../../kit/use-lang.tsx'
import { useTexts } from '../../kit/use-texts.ts'
import { useFigureTexts } from './use-figure-texts.ts'

/** Which records changed since the value was reviewed: by whom, when, from what to what, and why. */
export function CauseList({ causes }: { readonly causes: readonly WireCause[] }) {
  const t = useFigureTexts()
  const common = useTexts()
  const { lang } = useLang()
  if (causes.length === 0) return <p className="state-small">{t('page.causes-none')}</p>
  return (
    <ul className="cause-list">
      {causes.map((cause) => {
        const register = catalogue.registers.get(cause.register)
        return (
          <li key={cause.id}>
            <Link to={`/registers/${cause.register}/${cause.recordId}`}>
              {cause.title || common('record.untitled')}
            </Link>
            <small>{register?.label[lang] ?? cause.register}</small>
            <Trail history={[cause]} fields={register?.fields ?? {}} />
          </li>
        )
      })}
    </ul>
  )
}
