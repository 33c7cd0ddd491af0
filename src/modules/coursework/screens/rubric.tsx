import { Button, Input } from 'antd'
import type { Criterion } from '../wire.ts'
import { useCourseworkTexts } from './use-coursework-texts.ts'

/** The criteria of a task as they are written: a name, points, and a line for each level. */
export function Rubric({
  rubric,
  onChange,
}: {
  readonly rubric: readonly Criterion[]
  readonly onChange: (rubric: readonly Criterion[]) => void
}) {
  const t = useCourseworkTexts()
  const set = (i: number, change: Partial<Criterion>) => onChange(rubric.with(i, { ...rubric[i]!, ...change }))
  return (
    <div id="task-rubric">
      <ul className="work-rubric">
        {rubric.map((criterion, i) => (
          <li key={criterion.id}>
            <Input
              aria-label={t('rubric-name')}
              placeholder={t('rubric-name')}
              value={criterion.name}
              maxLength={100}
              onChange={({ target }) => set(i, { name: target.value })}
            />
            <Input
              aria-label={t('rubric-points')}
              placeholder={t('rubric-points')}
              inputMode="decimal"
              value={criterion.points}
              onChange={({ target }) => set(i, { points: target.value.trim() })}
            />
            <Input.TextArea
              aria-label={t('rubric-levels')}
              placeholder={t('rubric-levels')}
              autoSize
              defaultValue={criterion.levels.map(({ label, points }) => `${label}=${points}`).join('\n')}
              onBlur={({ target }) => set(i, { levels: levelsOf(target.value) })}
            />
            <Button type="text" onClick={() => onChange(rubric.toSpliced(i, 1))}>
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
      <Button
        onClick={() =>
          onChange([...rubric, { id: crypto.randomUUID().slice(0, 8), name: '', points: '10', levels: [] }])
        }
      >
        {t('rubric-add')}
      </Button>
    </div>
  )
}

/** "画得清楚=10" a line; a line without points describes nothing that could be clicked. */
const levelsOf = (text: string): Criterion['levels'] =>
  text.split('\n').flatMap((line) => {
    const found = /^(.*?)[=＝]\s*(\d{1,6}(?:\.\d{1,2})?)\s*$/.exec(line)
    return found ? [{ label: found[1]!.trim(), points: found[2]! }] : []
  })
