import type { WireFeedSample } from '../../../language/wire-feeds.ts'
import { useFeedTexts } from './use-feed-texts.ts'

/** The first rows of a source, as they are. */
export function SampleTable({ sample }: { readonly sample: WireFeedSample }) {
  const t = useFeedTexts()
  return (
    <div className="feed-sample" role="region" aria-label={t('form.sample')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {sample.columns.map(({ column }) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.rows.map((row, index) => (
            <tr key={index}>
              {row.map((text, at) => (
                <td key={at}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
