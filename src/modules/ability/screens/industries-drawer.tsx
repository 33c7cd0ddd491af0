import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Input, Select } from 'antd'
import { useState } from 'react'
import { api } from '../../../web/kit/api.ts'
import { ErrorState } from '../../../web/kit/error-state.tsx'
import { Loading } from '../../../web/kit/loading.tsx'
import { usePhone } from '../../../web/kit/use-media.ts'
import type { WireClass, WireIndustry } from '../wire.ts'
import { useAbilityTexts } from './use-ability-texts.ts'

interface Row extends WireIndustry {
  readonly key: number
}

/** The industries of the city: their names, and the occupations at work in each. */
export function IndustriesDrawer({
  industries,
  onClose,
  onSaved,
}: {
  readonly industries: readonly WireIndustry[]
  readonly onClose: () => void
  readonly onSaved: () => void
}) {
  const t = useAbilityTexts()
  const isPhone = usePhone()
  const [rows, setRows] = useState<readonly Row[]>(() =>
    industries.map(({ name, classes, codes }, key) => ({ key, name, classes, codes })),
  )
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const classes = useQuery({
    queryKey: ['ability', 'classes'],
    queryFn: ({ signal }) => api.get<WireClass[]>('/ability/classes', signal),
  })
  const codes = useQuery({
    queryKey: ['ability', 'industry-codes'],
    queryFn: ({ signal }) => api.get<WireClass[]>('/ability/industry-codes', signal),
  })
  const codeOptions = (codes.data ?? []).map(({ key, name }) => ({ value: key, label: `${name} ${key}` }))
  const options = (classes.data ?? []).map(({ key, name }) => ({ value: key, label: `${name} ${key}` }))
  const change = (key: number, to: Partial<WireIndustry>) =>
    setRows((all) => all.map((row) => (row.key === key ? { ...row, ...to } : row)))
  const isWhole = rows.every(({ name, classes: of }) => name.trim() !== '' && of.length > 0)
  async function save(list: readonly Row[]) {
    setBusy(true)
    setError(undefined)
    try {
      await api.put('/ability/industries', {
        industries: list.map(({ name, classes: of, codes }) => ({ name, classes: of, codes })),
      })
      onSaved()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return (
    <Drawer open title={t('fit.edit')} size={isPhone ? '100%' : 720} onClose={onClose}>
      <p>{t('fit.edit.hint')}</p>
      {error !== undefined && <ErrorState error={error} what={t('fit.save')} />}
      {classes.error && <ErrorState error={classes.error} onRetry={() => void classes.refetch()} />}
      {!classes.error && !classes.data && <Loading />}
      {classes.data && (
        <>
          <ul className="ability-industries">
            {rows.map(({ key, name, classes: of, codes: made }) => (
              <li key={key}>
                <Input
                  aria-label={t('fit.industry')}
                  placeholder={t('fit.industry')}
                  value={name}
                  maxLength={60}
                  onChange={({ target }) => change(key, { name: target.value })}
                />
                <Select
                  aria-label={`${name} ${t('fit.occupations')}`}
                  mode="multiple"
                  maxTagCount="responsive"
                  placeholder={t('fit.occupations')}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={[...of]}
                  onChange={(chosen: string[]) => change(key, { classes: chosen })}
                  options={options}
                />
                <Select
                  aria-label={`${name} ${t('fit.codes')}`}
                  mode="multiple"
                  maxTagCount="responsive"
                  placeholder={t('fit.codes')}
                  showSearch={{ optionFilterProp: 'label' }}
                  value={[...made]}
                  onChange={(chosen: string[]) => change(key, { codes: chosen })}
                  options={codeOptions}
                />
                <Button
                  aria-label={`${t('fit.remove')} ${name}`}
                  onClick={() => setRows((all) => all.filter((row) => row.key !== key))}
                >
                  {t('fit.remove')}
                </Button>
              </li>
            ))}
          </ul>
          <div className="ability-filters">
            <Button
              onClick={() =>
                setRows((all) => [
                  ...all,
                  { key: Math.max(-1, ...all.map((row) => row.key)) + 1, name: '', classes: [], codes: [] },
                ])
              }
            >
              {t('fit.add')}
            </Button>
            <Button
              type="primary"
              loading={busy}
              disabled={!isWhole || rows.length === 0}
              onClick={() => void save(rows)}
            >
              {t('fit.save')}
            </Button>
            <Button onClick={() => void save([])}>{t('fit.reset')}</Button>
          </div>
        </>
      )}
    </Drawer>
  )
}
